package org.yiwang.launch;

import java.nio.file.Path;

/** The folder that holds {@code packs}: the launcher's own, or the present one. */
final class SourceTree {
  private SourceTree() {}

  static Path find() {
    String home = System.getProperty("yiwang.home", "");
    Path here = Path.of("").toAbsolutePath();
    return home.isEmpty() || Path.of(home).toAbsolutePath().normalize().equals(here)
        ? Path.of("")
        : Path.of(home);
  }
}
