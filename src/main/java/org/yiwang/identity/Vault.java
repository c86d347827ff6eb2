package org.yiwang.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals what must not lie open in the database (加密保管): names, telephone numbers, keys. AES-256-GCM
 * bound to a context, so that a sealed value copied into another column or row kind does not open;
 * and a keyed hash (HMAC-SHA256) to find a value without opening any (blind index).
 *
 * <p>Both keys are derived from the district's one key (HKDF, RFC 5869), see {@link VaultKey}.
 */
public final class Vault {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKey sealing;
  private final SecretKey indexing;
  private final SecureRandom random = new SecureRandom();

  Vault(byte[] key) {
    this.sealing = derived(key, "seal", "AES");
    this.indexing = derived(key, "index", "HmacSHA256");
  }

  /**
   * Seals words.
   *
   * @param context what they are, e.g. {@code party.phone}; needed again to open them
   */
  public byte[] seal(String words, String context) {
    return seal(words.getBytes(StandardCharsets.UTF_8), context);
  }

  /**
   * Opens what {@link #seal} sealed.
   *
   * @throws VaultException if it was changed, sealed for another context or with another key
   */
  public String open(byte[] sealed, String context) {
    return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
  }

  /** 32 bytes by which a value can be found again; the same value and context give the same. */
  public byte[] index(String value, String context) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(indexing);
      mac.update(context.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java", e);
    }
  }

  byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      byte[] sealed = new byte[1 + NONCE_BYTES + body.length];
      sealed[0] = VERSION;
      System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
      System.arraycopy(body, 0, sealed, 1 + NONCE_BYTES, body.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  byte[] openBytes(byte[] sealed, String context) {
    if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
      throw new VaultException(
          "A sealed value cannot be read: it is not one of ours. 封存的内容读不出：不是本程序封存的。");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "A sealed value cannot be read: it was changed, or sealed with another key. 封存的内容读不出：被改动过，或是用别的密钥封存的。");
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey derived(byte[] key, String use, String algorithm) {
    try {
      HKDFParameterSpec spec =
          HKDFParameterSpec.ofExtract()
              .addIKM(key)
              .thenExpand(("yiwang " + use).getBytes(StandardCharsets.UTF_8), KEY_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF is part of every Java 25", e);
    }
  }
}
