package org.yiwang.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A file that opens with a password only (加密档案): AES-256-GCM under a key that Argon2id makes of the
 * password (RFC 9106, second recommended setting with one lane: 64 MiB, 3 passes). Two lines of
 * text: how the key was made, which is signed along, and the sealed content in base64.
 */
final class KeyArchive {
  private static final int KIBIBYTES = 64 * 1024;
  private static final int PASSES = 3;
  private static final int BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LARGEST = 64 << 20;
  private static final Pattern FORM =
      Pattern.compile(
          "yiwang-keys-1 argon2id m=(\\d{1,7}) t=(\\d{1,2}) salt=([\\w+/=]{24}) nonce=([\\w+/=]{16})\\n"
              + "([\\w+/=]+)\\n?");

  private KeyArchive() {}

  static String seal(byte[] content, char[] password) {
    byte[] salt = random(SALT_BYTES);
    byte[] nonce = random(NONCE_BYTES);
    String head =
        "yiwang-keys-1 argon2id m=%d t=%d salt=%s nonce=%s"
            .formatted(KIBIBYTES, PASSES, base64(salt), base64(nonce));
    byte[] key = key(password, salt, KIBIBYTES, PASSES);
    try {
      return head + "\n" + base64(run(Cipher.ENCRYPT_MODE, key, nonce, head, content)) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  /**
   * Opens it.
   *
   * @throws VaultException if it is no such file, the password is another, or it was changed
   */
  static byte[] open(String file, char[] password) {
    Matcher form = FORM.matcher(file.length() > LARGEST ? "" : file);
    if (!form.matches()) {
      throw new VaultException("This is no backup of keys 这不是密钥备份文件.");
    }
    int memory = Integer.parseInt(form.group(1));
    int passes = Integer.parseInt(form.group(2));
    if (memory < 8 || memory > 1 << 20 || passes < 1 || passes > 20) {
      throw new VaultException("This backup asks for too much memory or time 备份参数超出限度.");
    }
    byte[] key = key(password, bytes(form.group(3)), memory, passes);
    String head = file.substring(0, file.indexOf('\n'));
    try {
      return run(Cipher.DECRYPT_MODE, key, bytes(form.group(4)), head, bytes(form.group(5)));
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "The password is not the one of this backup, or the file was changed. Nothing was restored."
              + " 口令不对，或文件被改动；没有恢复任何内容。");
    }
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, String head, byte[] input)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
    return cipher.doFinal(input);
  }

  private static byte[] key(char[] password, byte[] salt, int memory, int passes) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .build());
    byte[] key = new byte[BYTES];
    argon2.generateBytes(password, key);
    return key;
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String letters) {
    try {
      return Base64.getDecoder().decode(letters);
    } catch (IllegalArgumentException e) {
      throw new VaultException("This is no backup of keys 这不是密钥备份文件.");
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
