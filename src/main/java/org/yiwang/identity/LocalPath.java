package org.yiwang.identity;

import org.jspecify.annotations.Nullable;

/**
 * Paths inside this site. A sign-in page that sends people wherever its address says is a gift to
 * whoever imitates the site (open redirect), so only such paths are followed.
 */
final class LocalPath {
  private LocalPath() {}

  static boolean isLocal(@Nullable String path) {
    return path != null
        && path.length() <= 4000
        && path.startsWith("/")
        && !path.startsWith("//")
        && path.indexOf('\\') < 0
        && path.chars().noneMatch(c -> c < 0x20 || c == 0x7f);
  }

  /** The path if it is local, else the other. */
  static String or(@Nullable String path, String other) {
    return path != null && isLocal(path) ? path : other;
  }
}
