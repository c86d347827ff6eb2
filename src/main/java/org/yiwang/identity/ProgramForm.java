package org.yiwang.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that registers a program, as typed.
 *
 * @param redirects one address a line
 * @param open "true" if it cannot keep a secret; a box that is not ticked is not sent at all
 */
record ProgramForm(
    @Nullable String id,
    @Nullable String name,
    @Nullable String redirects,
    @Nullable List<String> roles,
    @Nullable Boolean open) {

  static ProgramForm empty() {
    return new ProgramForm(null, null, null, null, null);
  }

  boolean keepsNoSecret() {
    return Boolean.TRUE.equals(open);
  }

  String idTyped() {
    return id == null ? "" : id.strip();
  }

  String nameTyped() {
    return name == null ? "" : name.strip();
  }

  List<String> redirectsTyped() {
    return redirects == null
        ? List.of()
        : redirects.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  List<String> rolesTicked() {
    return roles == null ? List.of() : roles;
  }
}
