package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is too large is told, not swallowed. */
class PackFolderTests {
  private static final int MOST_FILES = 20_000;

  private final PackWriter pack;

  PackFolderTests(@TempDir Path parent) {
    pack = PackWriter.in(parent);
  }

  @Test
  void a_file_of_more_than_sixteen_megabytes_is_not_read() throws IOException {
    try (var file = new RandomAccessFile(pack.folder().resolve("district.yaml").toFile(), "rw")) {
      file.setLength(PackFolder.LARGEST_TEXT + 1L);
    }

    assertThat(pack.problems())
        .containsExactly(
            "district.yaml:1 [FILE-05] The file has 16777217 bytes; at most 16777216 are read."
                + " Split it.");
  }

  @Test
  void of_more_than_twenty_thousand_files_the_others_are_not_read() throws IOException {
    Path places = Files.createDirectories(pack.folder().resolve("places"));
    for (int i = 1; i < MOST_FILES; i++) { // district.yaml is one
      Files.createFile(places.resolve(i + ".txt"));
    }
    assertThat(pack.problems()).isEmpty();

    Files.createFile(places.resolve("one-too-many.txt"));

    assertThat(pack.problems())
        .hasSize(1)
        .allSatisfy(
            problem ->
                assertThat(problem)
                    .contains(
                        "[FILE-08] The folder has more than 20000 files;"
                            + " the others are not read. Is this the folder of a district?"));
  }
}
