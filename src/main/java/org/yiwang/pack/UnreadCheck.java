package org.yiwang.pack;

import java.util.List;

/**
 * PACK: every YAML file is understood by some module, so that a misplaced one is not overlooked.
 */
final class UnreadCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    ReadPack read = (ReadPack) pack;
    for (String file : read.folder().files()) {
      if (file.endsWith(".yaml") && !read.read().contains(file)) {
        problems.add(
            new Source(file, 1),
            "PACK-06",
            "No part of the program reads a YAML file at this place.",
            todo(file, read, problems));
      }
    }
  }

  private static String todo(String file, ReadPack read, Problems problems) {
    String folder = file.split("/", 2)[0];
    String application = read.applications().contains(folder) ? folder : "";
    String inside = application.isEmpty() ? file : file.substring(application.length() + 1);
    List<String> places =
        read.definitions().keySet().stream()
            .filter(type -> type.level().inApplication() != application.isEmpty())
            .map(type -> type.files().replace("*", stem(inside)))
            .distinct()
            .toList();
    String nearest = problems.nearest(inside, places).strip();
    return nearest.isEmpty() ? "See docs/pack-reference.md for the places known." : nearest;
  }

  private static String stem(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
  }
}
