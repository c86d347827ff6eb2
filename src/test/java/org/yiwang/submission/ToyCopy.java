package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yiwang.Regions;

/** A copy of the toy district in which a test changes what it declares. */
record ToyCopy(Path pack) {

  static ToyCopy make() {
    try {
      Path pack = Files.createTempDirectory("toy").resolve("_toy");
      Regions.copy(Path.of("packs/_toy"), pack);
      return new ToyCopy(pack);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
