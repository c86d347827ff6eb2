package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.pack.Text;

/** What somebody may try with the signature, the key or the algorithm of a credential. */
@Tag("rfc9901")
class SignatureAttackTests {
  private static final String SECOND = "https://second-issuer.example";

  private final Forge forge = Forge.es256();
  private final Forge second = Forge.es256();

  /** The attacks of this theme, by group. */
  static Map<String, Stream<Attack>> all() {
    return new SignatureAttackTests().groups();
  }

  private Map<String, Stream<Attack>> groups() {
    Map<String, Stream<Attack>> groups = new LinkedHashMap<>();
    groups.put("Signature, key and algorithm 签名、密钥与算法", onSignatures());
    return groups;
  }

  @TestFactory
  Stream<DynamicTest> eachAttackIsRefused() {
    return Attack.tests(groups());
  }

  /** Who swaps issuers below is known and counts in its own name. */
  @Test
  void theSecondIssuerIsKnown() {
    Map<String, Object> payload = second.payload();
    payload.put("iss", SECOND);
    payload.put("vct", SECOND + "/credential/types/test");
    payload.remove("status");
    assertThat(byBoth(second.sign(payload))).isEqualTo(Finding.GENUINE);
  }

  /** What holds the mirrored signature of ES256 harmless: whatever signs over it breaks. */
  @Test
  void mirrored() {
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    SdJwt bound = forge.bound(forge.honest(), forge.holder);
    Jws jws = Jws.parse(bound.issuerJwt());
    byte[] other =
        order
            .subtract(new BigInteger(1, Arrays.copyOfRange(jws.signature(), 32, 64)))
            .toByteArray();
    byte[] signature = Arrays.copyOf(jws.signature(), 64);
    Arrays.fill(signature, 32, 64, (byte) 0);
    int length = Math.min(32, other.length);
    System.arraycopy(other, other.length - length, signature, 64 - length, length);
    String twin =
        new String(jws.signed(), StandardCharsets.US_ASCII) + "." + Letters.encode(signature);
    assertThat(forge.check(new SdJwt(twin, bound.disclosures(), null))).isEqualTo(Finding.GENUINE);
    assertThat(forge.checkBound(new SdJwt(twin, bound.disclosures(), bound.keyBinding())))
        .isEqualTo(Finding.NOT_MATCHING);
  }

  private Stream<Attack> onSignatures() {
    return Stream.of(
        new Attack("algorithm none", () -> signed("none", new byte[0]), Finding.TAMPERED),
        new Attack("HS256 with the public key", this::sharedSecret, Finding.TAMPERED),
        new Attack("an empty signature", () -> signed("ES256", new byte[0]), Finding.TAMPERED),
        new Attack("a signature of zeros", () -> signed("ES256", new byte[64]), Finding.TAMPERED),
        new Attack("another's key under the issuer's name", this::wrongKey, Finding.TAMPERED),
        new Attack("a key id nobody published", this::unknownKey, Finding.UNKNOWN_KEY),
        new Attack("an algorithm the key is not for", this::confusion, Finding.TAMPERED),
        new Attack("a changed payload", this::changedPayload, Finding.TAMPERED),
        new Attack(
            "an issuer nobody knows",
            () -> forge.with(p -> p.put("iss", "https://evil.example")),
            Finding.UNKNOWN_ISSUER),
        new Attack(
            "a type that was not agreed",
            () -> forge.with(p -> p.put("vct", Forge.URL + "/passport")),
            Finding.UNKNOWN_ISSUER),
        new Attack("a status list shown as a credential", this::otherType, Finding.UNREADABLE),
        new Attack("algorithm NoNe", () -> signed("NoNe", new byte[0]), Finding.TAMPERED),
        new Attack("algorithm ES384", () -> signed("ES384", new byte[96]), Finding.TAMPERED),
        new Attack("a list as algorithm", () -> header("alg", List.of("ES256")), Finding.TAMPERED),
        new Attack(
            "jku: keys at the attacker's address",
            () -> byAttacker("jku", "https://evil.example/keys"),
            Finding.TAMPERED),
        new Attack(
            "x5u: a certificate at the attacker's address",
            () -> byAttacker("x5u", "https://evil.example/cert"),
            Finding.TAMPERED),
        new Attack(
            "jwk: the attacker's key in the token",
            () -> byAttacker("jwk", Forge.es256().key.publicKey()),
            Finding.TAMPERED),
        new Attack(
            "a key id that is a path", () -> header("kid", "../../key"), Finding.UNKNOWN_KEY),
        new Attack("a key id that is SQL", () -> header("kid", "' or '1'='1"), Finding.UNKNOWN_KEY),
        new Attack("a key id that is a number", () -> header("kid", 1), Finding.UNKNOWN_KEY),
        new Attack(
            "crit: something that must be understood",
            () -> header("crit", List.of("b64")),
            Finding.TAMPERED),
        new Attack("a signature in DER", this::der, Finding.TAMPERED),
        new Attack("a signature cut short", () -> cutSignature(1), Finding.TAMPERED),
        new Attack("an SM2 signature mirrored (r, n-s)", this::sm2Mirrored, Finding.TAMPERED),
        new Attack("an SM2 signature of zeros", this::sm2Zeros, Finding.TAMPERED),
        new Attack("an SM2 signature with s + n", this::sm2Beyond, Finding.TAMPERED),
        new Attack(
            "swapped issuer: another known issuer signs in this one's name",
            () -> swappedIssuer(second.key.id()),
            Finding.UNKNOWN_KEY),
        new Attack(
            "swapped issuer: the same, under this one's key id",
            () -> swappedIssuer(forge.key.id()),
            Finding.TAMPERED),
        new Attack(
            "a token of another district",
            () -> forge.check(elsewhere() + "~", null, false),
            Finding.UNKNOWN_ISSUER),
        new Attack(
            "an issuer spelt almost alike",
            () -> forge.with(p -> p.put("iss", Forge.URL + "/")),
            Finding.UNKNOWN_ISSUER),
        new Attack(
            "a list of issuers",
            () -> forge.with(p -> p.put("iss", List.of(Forge.URL, "https://evil.example"))),
            Finding.UNREADABLE));
  }

  private Finding signed(String algorithm, byte[] signature) {
    String jwt = Forge.assemble(forge.header(algorithm), forge.payload(), signature);
    return forge.check(jwt + "~", null, false);
  }

  private Finding sharedSecret() {
    String unsigned = Forge.assemble(forge.header("HS256"), forge.payload(), new byte[0]);
    String signed = unsigned.substring(0, unsigned.length() - 1);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Letters.json(forge.key.publicKey()).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] tag = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      return forge.check(signed + "." + Letters.encode(tag) + "~", null, false);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Finding wrongKey() {
    byte[] signature = Jws.parse(Forge.es256().sign(forge.payload())).signature();
    return signed("ES256", signature);
  }

  private Finding unknownKey() {
    return forge.check(Forge.es256().sign(forge.payload()) + "~", null, false);
  }

  /** The second issuer's key, the first one's name. */
  private Finding swappedIssuer(String keyId) {
    Map<String, Object> header = forge.header("ES256");
    header.put("kid", keyId);
    return byBoth(signedBy(second.key, header));
  }

  /** What is told where both issuers count. */
  private Finding byBoth(String jwt) {
    KnownIssuer other = new KnownIssuer(SECOND, Text.same("Second"), false, Set.of("test"), second);
    Map<String, KnownIssuer> known = Map.of(Forge.URL, forge.known(), SECOND, other);
    return new CheckToken(url -> Optional.ofNullable(known.get(url)))
        .check(jwt + "~", new CheckToken.Expected(null, false, Forge.NOW))
        .finding();
  }

  private Finding confusion() {
    return signed(Sm2.NAME, Jws.parse(forge.sign(forge.payload())).signature());
  }

  private Finding changedPayload() {
    Map<String, Object> changed = forge.payload();
    byte[] signature = Jws.parse(forge.sign(changed)).signature();
    changed.put("exp", Forge.NOW.getEpochSecond() + 9_999_999);
    return forge.check(
        Forge.assemble(forge.header("ES256"), changed, signature) + "~", null, false);
  }

  private Finding otherType() {
    return forge.check(
        Jws.sign(forge.key, StatusList.TYPE, forge.payload(), true) + "~", null, false);
  }

  private Finding header(String name, Object value) {
    Map<String, Object> header = forge.header("ES256");
    header.put(name, value);
    return forge.check(signedBy(forge.key, header) + "~", null, false);
  }

  private Finding byAttacker(String name, Object value) {
    Map<String, Object> header = forge.header("ES256");
    header.put(name, value);
    return forge.check(signedBy(Forge.es256().key, header) + "~", null, false);
  }

  private String signedBy(SigningKey key, Map<String, Object> header) {
    String signed =
        Letters.encode(Letters.json(header)) + "." + Letters.encode(Letters.json(forge.payload()));
    byte[] signature = key.signer().sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Letters.encode(signature);
  }

  private Finding der() {
    Jws jws = Jws.parse(forge.sign(forge.payload()));
    BigInteger r = new BigInteger(1, Arrays.copyOf(jws.signature(), 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(jws.signature(), 32, 64));
    return resigned(jws, forge, sequence(r.toByteArray(), s.toByteArray()));
  }

  private static byte[] sequence(byte[] r, byte[] s) {
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.writeBytes(new byte[] {0x30, (byte) (4 + r.length + s.length), 2, (byte) r.length});
    der.writeBytes(r);
    der.writeBytes(new byte[] {2, (byte) s.length});
    der.writeBytes(s);
    return der.toByteArray();
  }

  private Finding cutSignature(int bytes) {
    Jws jws = Jws.parse(forge.sign(forge.payload()));
    return resigned(jws, forge, Arrays.copyOf(jws.signature(), 64 - bytes));
  }

  private static Finding resigned(Jws jws, Forge by, byte[] signature) {
    String signed = new String(jws.signed(), StandardCharsets.US_ASCII);
    return by.check(signed + "." + Letters.encode(signature) + "~", null, false);
  }

  private Finding sm2(UnaryOperator<BigInteger> changed) {
    Forge sm2 = new Forge(CredentialType.Signature.SM2);
    Jws jws = Jws.parse(sm2.sign(sm2.payload()));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(jws.signature(), 32, 64));
    byte[] other = changed.apply(s).toByteArray();
    byte[] signature = Arrays.copyOf(jws.signature(), 64);
    Arrays.fill(signature, 32, 64, (byte) 0);
    int length = Math.min(32, other.length);
    System.arraycopy(other, other.length - length, signature, 64 - length, length);
    return resigned(jws, sm2, signature);
  }

  private static final BigInteger SM2_ORDER =
      new BigInteger("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123", 16);

  private Finding sm2Mirrored() {
    return sm2(SM2_ORDER::subtract);
  }

  private Finding sm2Zeros() {
    return sm2(s -> BigInteger.ZERO);
  }

  private Finding sm2Beyond() {
    return sm2(SM2_ORDER::add);
  }

  private static String elsewhere() {
    Forge other = Forge.es256();
    Map<String, Object> payload = other.payload();
    payload.put("iss", "https://next-district.example");
    return other.sign(payload);
  }
}
