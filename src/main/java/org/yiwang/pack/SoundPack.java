package org.yiwang.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Remembers in the data folder that this build of the program found nothing wrong with these very
 * files (查验过的包), so that the checks of the modules, a sixth of a start, are not made again for a
 * pack that nobody has touched. Whatever cannot be read or written only costs that time.
 */
final class SoundPack {
  private static final String MEMORY = "pack-checked";
  private static final String BUILD = "/META-INF/build-info.properties";

  private final Path data;
  private final Path memory;

  /**
   * @param data the program's data folder
   */
  SoundPack(Path data) {
    this.data = data;
    this.memory = data.resolve(MEMORY);
  }

  /** Whether the folder is, byte for byte, the one that was remembered. */
  boolean is(PackFolder folder) {
    try {
      return Files.exists(memory) && Files.readString(memory).equals(fingerprint(folder));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Remembers the folder as sound. */
  void remember(PackFolder folder) {
    try {
      if (Files.isDirectory(data)) {
        Files.writeString(memory, fingerprint(folder));
      }
    } catch (IOException unwritable) {
      // The next start checks again.
    }
  }

  /**
   * @throws IOException also when the program does not know its own build, whose checks may differ
   */
  private static String fingerprint(PackFolder folder) throws IOException {
    MessageDigest digest = sha256();
    digest.update(build());
    digest.update(folder.root().toString().getBytes(StandardCharsets.UTF_8));
    for (String file : folder.files()) {
      byte[] content = Files.readAllBytes(folder.resolve(file));
      digest.update("\n%s %d\n".formatted(file, content.length).getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] build() throws IOException {
    try (InputStream build = SoundPack.class.getResourceAsStream(BUILD)) {
      if (build == null) {
        throw new IOException("The build is not known");
      }
      return build.readAllBytes();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
