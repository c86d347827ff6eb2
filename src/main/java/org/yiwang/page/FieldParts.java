package org.yiwang.page;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids that tie a field to its label, hint and fault, for the eye and for screen readers alike.
 *
 * @param id of the input itself, so that the error summary can lead to it
 */
record FieldParts(String id, @Nullable String hint, @Nullable String fault) {

  static FieldParts of(Page page, String name, @Nullable String hint, Refusals errors) {
    return new FieldParts(id(errors, name), hint, errors.at(name).map(page::t).orElse(null));
  }

  /** The same field has another id in each form of a page. */
  static String id(Refusals errors, String name) {
    String within = errors.form().isEmpty() ? "" : errors.form() + "-";
    return "f-" + (within + name).replaceAll("[^A-Za-z0-9_-]", "-");
  }

  boolean wrong() {
    return fault != null;
  }

  @Nullable String invalid() {
    return wrong() ? "true" : null;
  }

  String look() {
    return wrong() ? "field wrong" : "field";
  }

  String hintId() {
    return id + "-hint";
  }

  String faultId() {
    return id + "-fault";
  }

  /** For {@code aria-describedby}; null when there is nothing to describe. */
  @Nullable String describedBy(@Nullable String more) {
    String ids =
        Stream.of(hint == null ? null : hintId(), fault == null ? null : faultId(), more)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }
}
