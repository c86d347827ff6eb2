package org.yiwang.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.Map;

/** ECDSA on P-256 with SHA-256 (RFC 7518, ES256), by the Java platform. */
final class Es256 implements SignatureAlgorithm {
  static final String NAME = "ES256";
  private static final String JAVA = "SHA256withECDSAinP1363Format";
  private static final int BYTES = 64;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Object> makeKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate().toJSONObject();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every Java", e);
    }
  }

  @Override
  public Signer signer(Map<String, Object> privateKey) {
    try {
      PrivateKey key = read(privateKey).toECPrivateKey();
      return bytes -> signed(key, bytes);
    } catch (JOSEException e) {
      throw new IllegalStateException("A private key cannot be read", e);
    }
  }

  private static byte[] signed(PrivateKey key, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(JAVA);
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ES256 is part of every Java", e);
    }
  }

  @Override
  public boolean verifies(Map<String, Object> publicKey, byte[] signed, byte[] signature) {
    if (signature.length != BYTES) {
      return false;
    }
    try {
      PublicKey key = read(publicKey).toECPublicKey();
      Signature check = Signature.getInstance(JAVA);
      check.initVerify(key);
      check.update(signed);
      return check.verify(signature);
    } catch (GeneralSecurityException | JOSEException | IllegalStateException e) {
      return false;
    }
  }

  /** Refuses points that are not on the curve. */
  private static ECKey read(Map<String, Object> key) {
    try {
      ECKey read = ECKey.parse(key);
      if (Curve.P_256.equals(read.getCurve())) {
        return read;
      }
    } catch (ParseException | IllegalArgumentException e) {
      // falls through: said below
    }
    throw new IllegalStateException("not a key for ES256");
  }
}
