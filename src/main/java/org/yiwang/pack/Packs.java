package org.yiwang.pack;

import java.nio.file.Path;
import java.util.List;

/** The door to packs outside the running program: for commands, imports and tests (读取应用包). */
public final class Packs {
  private Packs() {}

  /**
   * The district of a pack's folder, understood by the given modules' parts.
   *
   * @throws PackRefusedException when the district's own files have problems
   */
  public static District load(Path folder, List<PackPart> parts) {
    return PackInspection.of(folder, parts).load();
  }

  /** The district of a pack's folder, understood by all modules. */
  public static District load(Path folder) {
    return load(folder, PackParts.find());
  }
}
