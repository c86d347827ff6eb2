package org.yiwang.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.yiwang.calendar.DistrictTime;

/**
 * The district's one key (数据密钥): 32 bytes, from {@code YIWANG_DATA_KEY} (base64) or from the file
 * {@code key} in the data folder, which only its owner can read and which is made at the first
 * start. Whoever loses it loses what was sealed; whoever has a copy of the database without it
 * learns nothing from the sealed columns.
 */
@Configuration(proxyBeanMethods = false)
class VaultKey {
  static final String VARIABLE = "YIWANG_DATA_KEY";
  private static final int BYTES = 32;
  private static final String CONTEXT = "identity.vault";
  private static final String PROOF = "yiwang";

  private final Optional<String> given;
  private final Path file;

  VaultKey(Environment environment, @Value("${yiwang.data:data}") Path data) {
    this.given = Optional.ofNullable(environment.getProperty(VARIABLE)).filter(k -> !k.isBlank());
    this.file = data.resolve("key");
  }

  /**
   * Opens the vault.
   *
   * @throws VaultException if the database holds sealed values and the key is missing or another
   */
  @Bean
  Vault vault(VaultStore store, DistrictTime time) {
    Optional<byte[]> proof = store.findProof();
    if (proof.isPresent()) {
      return proven(existing().orElseThrow(this::missing), proof.get());
    }
    byte[] key = existing().orElseGet(this::make);
    store.saveProof(new Vault(key).seal(PROOF, CONTEXT), time.realInstant());
    return proven(key, store.findProof().orElseThrow());
  }

  private Vault proven(byte[] key, byte[] proof) {
    Vault vault = new Vault(key);
    try {
      vault.open(proof, CONTEXT);
      return vault;
    } catch (VaultException e) {
      throw new VaultException(
          "%s 里的密钥不是封存本区数据库的那一把。请放回原来的密钥，或换一个数据库启动。".formatted(where())
              + System.lineSeparator()
              + "  The key in %s is not the one this district's database was sealed with. "
                  .formatted(where())
              + "Put the right key there, or start with another database.");
    }
  }

  private VaultException missing() {
    return new VaultException(
        "本区数据库里有封存的姓名和号码，但密钥不见了。请把它放回 %s，或用 %s 给出。".formatted(file, VARIABLE)
            + System.lineSeparator()
            + "  This district's database holds sealed names and numbers, but their key is missing. "
            + "Put it back as %s, or give it as %s.".formatted(file, VARIABLE));
  }

  private Optional<byte[]> existing() {
    try {
      if (given.isPresent()) {
        return given.map(words -> decoded(words, VARIABLE));
      }
      return Files.exists(file)
          ? Optional.of(
              decoded(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString()))
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private String where() {
    return given.isPresent() ? VARIABLE : file.toString();
  }

  private VaultException unreadable() {
    return new VaultException(
        "无法读写密钥文件 %s。请检查它的权限，并从备份放回密钥。".formatted(file)
            + System.lineSeparator()
            + "  The key file %s cannot be read or written. See who may read it, and put the key back from a backup."
                .formatted(file));
  }

  private static byte[] decoded(String words, String where) {
    try {
      byte[] key = Base64.getDecoder().decode(words.strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // falls through: said below
    }
    throw new VaultException(
        "%s 里的密钥已损坏：应为 32 字节的 base64（44 个字符）。请从备份放回；只有全新的城区才可另造：openssl rand -base64 32"
                .formatted(where)
            + System.lineSeparator()
            + "  The key in %s is damaged: it is 32 bytes in base64, 44 characters. Put it back from a backup; only for a new district make another: openssl rand -base64 32"
                .formatted(where));
  }

  private byte[] make() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    try {
      OwnersFile.create(file, Base64.getEncoder().encodeToString(key) + "\n");
      return key;
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** The key in base64, for a backup. */
  String words() {
    return Base64.getEncoder().encodeToString(existing().orElseThrow(this::missing));
  }

  /**
   * Puts a key of a backup into a data folder.
   *
   * @return whether it was not there before
   * @throws VaultException if the folder or the environment has another one
   */
  static boolean place(Path data, String words) {
    String given = System.getenv(VARIABLE);
    if (given != null && !given.isBlank()) {
      return same(given, words, VARIABLE);
    }
    Path file = data.resolve("key");
    try {
      if (Files.exists(file)) {
        return same(Files.readString(file, StandardCharsets.US_ASCII), words, file.toString());
      }
      OwnersFile.create(file, words + "\n");
      return true;
    } catch (IOException e) {
      throw new VaultException(
          "The key file %s cannot be read or written. 密钥文件读写不了。".formatted(file));
    }
  }

  private static boolean same(String there, String words, String where) {
    if (!Arrays.equals(decoded(there, where), decoded(words, "the backup"))) {
      throw new VaultException(
          "%s holds another data key than the backup; restore into an empty data folder. 数据密钥不同，请恢复到空的数据目录。"
              .formatted(where));
    }
    return false;
  }

  /** Takes a key away that was placed in vain. */
  static void remove(Path data) {
    try {
      Files.deleteIfExists(data.resolve("key"));
    } catch (IOException e) {
      throw new UncheckedIOException("The key cannot be taken away again", e);
    }
  }
}
