package org.yiwang.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A key pair that signs notes (签名密钥).
 *
 * @param verifier its public half
 */
record SignerKey(VerifierKey verifier, PrivateKey key) {
  static SignerKey fresh(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(VerifierKey.ALGORITHM).generateKeyPair();
      return new SignerKey(VerifierKey.of(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every Java", e);
    }
  }

  /**
   * @param encoded the private half in PKCS #8
   * @throws LogRefusedException if it is none
   */
  static SignerKey of(VerifierKey verifier, byte[] encoded) {
    try {
      var spec = new PKCS8EncodedKeySpec(encoded);
      return new SignerKey(
          verifier, KeyFactory.getInstance(VerifierKey.ALGORITHM).generatePrivate(spec));
    } catch (GeneralSecurityException e) {
      throw new LogRefusedException("日志的密钥读不出", "The key of the journal's log cannot be read");
    }
  }

  /** The signature line of a note. */
  String sign(String text) {
    try {
      Signature signature = Signature.getInstance(VerifierKey.ALGORITHM);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] bytes = signature.sign();
      byte[] named =
          ByteBuffer.allocate(Integer.BYTES + bytes.length)
              .putInt(verifier.id())
              .put(bytes)
              .array();
      return SignedNote.DASH + verifier.name() + " " + Base64.getEncoder().encodeToString(named);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every Java", e);
    }
  }
}
