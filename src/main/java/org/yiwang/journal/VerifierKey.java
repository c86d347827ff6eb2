package org.yiwang.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that checks signed notes (验证公钥), C2SP signed-note with Ed25519.
 *
 * @param name of the signer
 * @param key 32 bytes, RFC 8032
 */
record VerifierKey(String name, byte[] key) {
  static final String ALGORITHM = "Ed25519";
  private static final byte TYPE = 1;
  private static final int KEY_BYTES = 32;

  /** Everything of an X.509 key before its 32 bytes (RFC 8410). */
  private static final byte[] BEFORE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

  static VerifierKey of(String name, PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new VerifierKey(
        name, Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
  }

  /**
   * Reads {@code name+id+key}.
   *
   * @throws LogRefusedException if it is not written so
   */
  static VerifierKey parse(String words) {
    String[] parts = words.strip().split("\\+", 3);
    try {
      byte[] typed = Base64.getDecoder().decode(parts.length == 3 ? parts[2] : "");
      if (typed.length == KEY_BYTES + 1 && typed[0] == TYPE) {
        var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (key.words().equals(words.strip())) {
          return key;
        }
      }
    } catch (IllegalArgumentException notBase64) {
      // said below
    }
    throw new LogRefusedException(
        "这不是 Ed25519 核验密钥 (name+id+key)：" + words,
        "This is no Ed25519 verifier key (name+id+key): " + words);
  }

  /** As it is handed out: {@code name+id+key}. */
  String words() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(TYPE).put(key).array();
    return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + base64(typed);
  }

  /** The first four bytes of the hash over name, type and key. */
  int id() {
    MessageDigest digest = MerkleHash.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(TYPE);
    return ByteBuffer.wrap(digest.digest(key)).getInt();
  }

  boolean signed(byte[] text, byte[] signature) {
    try {
      byte[] encoded =
          ByteBuffer.allocate(BEFORE_KEY.length + KEY_BYTES).put(BEFORE_KEY).put(key).array();
      Signature checker = Signature.getInstance(ALGORITHM);
      checker.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
      checker.update(text);
      return checker.verify(signature);
    } catch (GeneralSecurityException unfit) {
      return false;
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
