package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of keys opens with its password and with nothing else. */
class KeyArchiveTests {
  private static final byte[] CONTENT = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
  private static final char[] PASSWORD = "口令 of the safe".toCharArray();
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String OTHER =
      Base64.getEncoder()
          .encodeToString("another key of 32 bytes in here!".getBytes(StandardCharsets.US_ASCII));

  @Test
  void itOpensWithItsPassword() {
    String file = KeyArchive.seal(CONTENT, PASSWORD);
    assertThat(KeyArchive.open(file, PASSWORD)).isEqualTo(CONTENT);
    assertThat(file).startsWith("yiwang-keys-1 argon2id m=65536 t=3 ");
    assertThat(KeyArchive.seal(CONTENT, PASSWORD)).as("never twice the same").isNotEqualTo(file);
  }

  @Test
  void anotherPasswordOpensNothingAndSaysSo() {
    String file = KeyArchive.seal(CONTENT, PASSWORD);
    refused(file, "口令 of the safE".toCharArray(), "password is not the one");
    refused(file, new char[0], "password is not the one");
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    String file = KeyArchive.seal(CONTENT, PASSWORD);
    int body = file.indexOf('\n') + 5;
    char turned = file.charAt(body) == 'A' ? 'B' : 'A';
    refused(file.substring(0, body) + turned + file.substring(body + 1), PASSWORD, "changed");
    refused(file.replace(" t=3 ", " t=2 "), PASSWORD, "changed");
    refused(file.replace("m=65536", "m=9999999"), PASSWORD, "too much memory");
    refused(file.substring(1), PASSWORD, "no backup of keys");
    refused("", PASSWORD, "no backup of keys");
  }

  private static void refused(String file, char[] password, String says) {
    assertThatExceptionOfType(VaultException.class)
        .isThrownBy(() -> KeyArchive.open(file, password))
        .withMessageContaining(says);
  }

  @Test
  void theDataKeyGoesIntoAnEmptyFolderForItsOwnerOnly(@TempDir Path folder) throws IOException {
    assertThat(VaultKey.place(folder, KEY)).isTrue();
    Path file = folder.resolve("key");
    assertThat(Files.readString(file).strip()).isEqualTo(KEY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(VaultKey.place(folder, KEY)).as("the same is there already").isFalse();
  }

  @Test
  void aFolderWithAnotherDataKeyIsRefused(@TempDir Path folder) {
    VaultKey.place(folder, KEY);
    assertThatExceptionOfType(VaultException.class)
        .isThrownBy(() -> VaultKey.place(folder, OTHER))
        .withMessageContaining("another data key");
  }
}
