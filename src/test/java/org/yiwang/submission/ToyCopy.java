package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the toy district in which a test changes what it declares. */
record ToyCopy(Path pack) {

  static ToyCopy make() {
    try {
      Path pack = Files.createTempDirectory("toy").resolve("_toy");
      copy(Path.of("packs/_toy"), pack);
      return new ToyCopy(pack);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walked = Files.walk(from)) {
      all = walked.toList();
    }
    for (Path one : all) {
      Path copied = to.resolve(from.relativize(one).toString());
      if (Files.isDirectory(one)) {
        Files.createDirectories(copied);
      } else {
        Files.copy(one, copied);
      }
    }
  }

  /** Other words in a file of its application; they have to stand there. */
  ToyCopy with(String file, String from, String to) {
    try {
      Path changed = pack.resolve("library-card").resolve(file);
      String before = Files.readString(changed);
      assertThat(before).contains(from);
      Files.writeString(changed, before.replace(from, to));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
