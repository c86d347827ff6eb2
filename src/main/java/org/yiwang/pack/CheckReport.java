package org.yiwang.pack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code ./yiwang pack check} prints: one line a problem, then one line a pack. */
final class CheckReport {
  private static final Set<String> NOT_PACKS = Set.of("_broken", "_schema");

  private final PackParts parts;
  private final PrintStream out;

  CheckReport(PackParts parts, PrintStream out) {
    this.parts = parts;
    this.out = out;
  }

  /** Returns how many problems were found in all folders together. */
  int check(List<Path> folders) {
    return folders.stream().mapToInt(this::check).sum();
  }

  private int check(Path folder) {
    PackInspection inspection = PackInspection.of(folder, parts);
    int count = inspection.problems().size();
    Path shown = folder.normalize();
    inspection.problems().forEach(problem -> out.println(shown + "/" + problem));
    out.println(shown + ": " + summary(inspection, count));
    return count;
  }

  private static String summary(PackInspection inspection, int count) {
    if (count == 0) {
      return String.format(
          Locale.ROOT,
          "no problems (%s, %s).",
          counted(inspection.pack().applications().size(), "application"),
          counted(inspection.size(), "definition"));
    }
    String mend = count == 1 ? " Mend it first" : " Mend them first";
    String rest = inspection.cutShort() ? mend + "; further checks follow then." : "";
    return counted(count, "problem") + "." + rest;
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, what);
  }

  /** The packs in a folder such as {@code packs}: all but the broken ones and the schemas. */
  static List<Path> packsIn(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !NOT_PACKS.contains(entry.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the folder " + folder, e);
    }
  }
}
