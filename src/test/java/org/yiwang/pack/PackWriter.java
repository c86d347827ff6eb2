package org.yiwang.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes small packs for tests. */
record PackWriter(Path folder) {
  private static final String DISTRICT =
      """
      id: %s
      name: {zh: 小区, en: Small District}
      operator: {zh: 小区中心, en: Small District Centre}
      languages: [zh, en]
      zone: Asia/Shanghai
      number-prefix: SD
      hotline: "12345"
      center: [121.5, 31.25]
      """;

  /** A folder {@code small} below the given one, with a district.yaml that has no fault. */
  static PackWriter in(Path parent) {
    return new PackWriter(parent.resolve("small"))
        .with("district.yaml", DISTRICT.formatted("small"));
  }

  PackWriter with(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An application that needs others. */
  PackWriter application(String id, String... needs) {
    return with(
        id + "/pack.yaml",
        """
        id: %s
        name: {zh: 应用, en: Application}
        owner: centre
        version: "1"
        needs: %s
        """
            .formatted(id, List.of(needs)));
  }

  PackInspection inspect(PackPart... parts) {
    return PackInspection.of(folder, PackParts.some(List.of(parts)));
  }

  /** The problems as they are printed. */
  List<String> problems(PackPart... parts) {
    return inspect(parts).problems().stream().map(Problem::toString).toList();
  }
}
