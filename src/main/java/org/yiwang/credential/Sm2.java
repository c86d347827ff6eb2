package org.yiwang.credential;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 with SM3 (国密, GB/T 32918.2 and GB/T 32905), by BouncyCastle, with the usual identity
 * 1234567812345678 of GB/T 35276. JOSE has no registered name for it: the token says {@code
 * SGD_SM3_SM2}, the identifier of GB/T 33560, and the key's curve is called {@code SM2}. The
 * signature is r and s, 32 bytes each, as for ES256.
 */
final class Sm2 implements SignatureAlgorithm {
  static final String NAME = "SGD_SM3_SM2";
  static final String CURVE = "SM2";
  private static final byte[] IDENTITY =
      "1234567812345678".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final int HALF = 32;
  private static final ECDomainParameters DOMAIN = domain();

  private static ECDomainParameters domain() {
    X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(curve);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Object> makeKey() {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(DOMAIN, new java.security.SecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    ECPoint point = ((ECPublicKeyParameters) pair.getPublic()).getQ().normalize();
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("kty", "EC");
    key.put("crv", CURVE);
    key.put("x", Letters.encode(point.getAffineXCoord().getEncoded()));
    key.put("y", Letters.encode(point.getAffineYCoord().getEncoded()));
    BigInteger secret = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
    key.put("d", Letters.encode(BigIntegers.asUnsignedByteArray(HALF, secret)));
    return key;
  }

  @Override
  public Signer signer(Map<String, Object> privateKey) {
    ECPrivateKeyParameters key = new ECPrivateKeyParameters(number(privateKey, "d"), DOMAIN);
    return bytes -> signed(key, bytes);
  }

  private static byte[] signed(ECPrivateKeyParameters key, byte[] bytes) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    var drawing = new ParametersWithRandom(key, new java.security.SecureRandom());
    signer.init(true, new ParametersWithID(drawing, IDENTITY));
    signer.update(bytes, 0, bytes.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("SM2 could not sign", e);
    }
  }

  @Override
  public boolean verifies(Map<String, Object> publicKey, byte[] signed, byte[] signature) {
    if (signature.length != 2 * HALF || !CURVE.equals(publicKey.get("crv"))) {
      return false;
    }
    try {
      ECPoint point = DOMAIN.getCurve().createPoint(number(publicKey, "x"), number(publicKey, "y"));
      SM2Signer check = new SM2Signer(PlainDSAEncoding.INSTANCE);
      var key = new ECPublicKeyParameters(DOMAIN.validatePublicPoint(point), DOMAIN);
      check.init(false, new ParametersWithID(key, IDENTITY));
      check.update(signed, 0, signed.length);
      return check.verifySignature(signature);
    } catch (IllegalArgumentException | UnreadableException e) {
      return false;
    }
  }

  private static BigInteger number(Map<String, Object> key, String name) {
    if (key.get(name) instanceof String letters) {
      return new BigInteger(1, Letters.decode(letters));
    }
    throw new UnreadableException("a key without " + name);
  }
}
