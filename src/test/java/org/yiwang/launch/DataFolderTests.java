package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
  @TempDir Path folder;

  /** An older one stood open, and somebody else may still read it: theirs stays, ours is new. */
  @Test
  void aFileInWhichAPasswordWillStandIsItsOwnersOnly() throws IOException {
    Path log = new DataFolder(folder).log();
    Files.writeString(log, "of the run before");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));
    try (var reader = Files.newBufferedReader(log)) {
      DataFolder.makeAnew(log);
      Files.writeString(log, "the password");
      assertThat(reader.readLine()).isEqualTo("of the run before");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }
}
