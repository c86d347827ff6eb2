package org.yiwang.pack;

import java.io.PrintStream;
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
    return PackInspection.of(folder, PackParts.some(parts)).load();
  }

  /** The district of a pack's folder, understood by all modules. */
  public static District load(Path folder) {
    return PackInspection.of(folder, PackParts.find()).load();
  }

  /**
   * Checks packs as {@code ./yiwang pack check} does, and prints what it finds.
   *
   * @return how many problems there are
   */
  public static int check(List<Path> folders, PrintStream out) {
    return new CheckReport(PackParts.find(), out).check(folders);
  }

  /**
   * Writes the schemas and the reference of a source tree anew.
   *
   * @param tree the folder that holds {@code packs}, {@code docs} and {@code src}
   * @return the files that were stale, relative to it
   */
  public static List<String> writeSchemas(Path tree) {
    return new GeneratedFiles(tree, PackParts.find()).write();
  }

  /** The packs in a folder such as {@code packs}: all but the broken ones and the schemas. */
  public static List<Path> listFolders(Path packs) {
    return CheckReport.packsIn(packs);
  }
}
