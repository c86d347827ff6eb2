package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.Bomb;

/**
 * What somebody may try with a credential, and what each try is told; as a table in
 * docs/credential-attacks.md, which is made from here: {@code mvn -Dfast test -Dtest=AttackTests
 * -Dyiwang.refresh=true}.
 */
@Tag("rfc9901")
class AttackTests {
  private final Forge forge = Forge.es256();

  private static final Path TABLE = Path.of("docs/credential-attacks.md");

  private record Attack(String name, Supplier<Finding> tried, Finding told) {}

  private Map<String, Stream<Attack>> all() {
    Map<String, Stream<Attack>> all = new LinkedHashMap<>();
    all.put("Signature, key and algorithm 签名、密钥与算法", onSignatures());
    all.put("What is disclosed 披露内容", onDisclosures());
    all.put("Holder and recipient 持有人与出示对象", onHolders());
    all.put("Time and status list 时间与状态列表", onTheList());
    all.put("Size and spelling 大小与写法", onSpelling());
    all.put("Printed page and code 打印件与二维码", onPaper());
    return all;
  }

  @Test
  void anHonestCredentialIsGenuine() {
    assertThat(forge.check(forge.honest())).isEqualTo(Finding.GENUINE);
    assertThat(forge.checkBound(forge.bound(forge.honest(), forge.holder)))
        .isEqualTo(Finding.GENUINE);
    Forge sm2 = new Forge(CredentialType.Signature.SM2);
    assertThat(sm2.check(sm2.honest())).isEqualTo(Finding.GENUINE);
  }

  /** A table of references of three megabytes that unpacks into three gigabytes. */
  @Test
  void aFileThatNobodyWeKnowHasSignedIsNotOpened() {
    byte[] packed = Bomb.zeros(3000);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ("%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 4 2]/Size 400000000/Root 2 0 R"
                + "/Filter/FlateDecode/Length %d>>stream\n".formatted(packed.length))
            .getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(packed);
    file.writeBytes("\nendstream\nendobj\nstartxref\n9\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    CheckPaper paper = new CheckPaper(url -> java.util.Optional.empty());
    Instant now = Instant.parse("2026-11-25T08:00:00Z");

    assertThat(paper.check(file.toByteArray(), now).finding()).isEqualTo(Finding.UNREADABLE);
    file.writeBytes((SealPaper.PDF_MARK + "a.b.c\n").getBytes(StandardCharsets.US_ASCII));
    assertThat(paper.check(file.toByteArray(), now).finding()).isEqualTo(Finding.NOT_MATCHING);
  }

  @TestFactory
  Stream<DynamicTest> eachAttackIsRefused() {
    return all().values().stream()
        .flatMap(group -> group)
        .map(a -> dynamicTest(a.name(), () -> assertThat(a.tried().get()).isEqualTo(a.told())));
  }

  /** Decoys that an issuer strews in hide how much there is to disclose, and do no harm. */
  @Test
  void whatOnlyLooksStrangeIsGenuine() {
    assertThat(digests(d -> d.add(Letters.encode(Letters.random(32))))).isEqualTo(Finding.GENUINE);
    assertThat(showing(forge.born)).isEqualTo(Finding.GENUINE);
    assertThat(showing()).isEqualTo(Finding.GENUINE);
  }

  @Test
  void theTableSaysWhatIsTested() throws IOException {
    String made = table();
    if (Boolean.getBoolean("yiwang.refresh")) {
      Files.writeString(TABLE, made);
    }
    assertThat(Files.readString(TABLE))
        .as("stale; refresh it with: mvn -Dfast test -Dtest=AttackTests -Dyiwang.refresh=true")
        .isEqualTo(made);
  }

  private String table() {
    StringBuilder table =
        new StringBuilder(
            """
            # Attacks on credentials, and what each is told
            Made from `AttackTests`; every line is tried in it. What whoever checks is told stands in `Finding`.

            """);
    int[] count = {0};
    all()
        .forEach(
            (group, attacks) -> {
              table.append("## ").append(group).append("\n| tried | told |\n|---|---|\n");
              attacks.forEach(
                  attack -> {
                    count[0]++;
                    table.append(
                        "| %s | `%s`: %s |\n"
                            .formatted(
                                attack.name(), attack.told().code(), attack.told().says().en()));
                  });
              table.append('\n');
            });
    return table
        .append(
            """
            ## Held by other tests
            | tried | where |
            |---|---|
            | a presentation used a second time, by token or by code; by many at once | `CredentialTests` |
            | a presentation after it was withdrawn, or after its time | `CredentialTests` |
            | a presentation of another region used twice; a region with which nothing was agreed | `RegionTests` |
            | a token that makes us fetch keys from an address of its own, or from inside our network | `RegionTests` |
            | any token, PDF or OFD changed at random places: never an error, never genuine | `CredentialFuzzTests` |
            | the signature of ES256 mirrored (r, n-s): another spelling of the same signature; it says nothing else, is used no more often, and breaks a holder's or a paper's signature over it | here, `mirrored` |

            Two things a checker has to know. A status list counts for twelve hours: who can keep a checker from the network
            can show it a list of that age. A whole token that asks for no holder's signature, as on a printed page, can be
            shown again by whoever has seen it: compare the person.
            """)
        .insert(table.indexOf("\n\n##"), "\n\n%d attacks.".formatted(count[0]))
        .toString();
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
            () -> with(p -> p.put("iss", "https://evil.example")),
            Finding.UNKNOWN_ISSUER),
        new Attack(
            "a type that was not agreed",
            () -> with(p -> p.put("vct", Forge.URL + "/passport")),
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
            "swapped issuer: another's credential under a known name",
            this::unknownKey,
            Finding.UNKNOWN_KEY),
        new Attack(
            "a token of another district",
            () -> forge.check(elsewhere() + "~", null, false),
            Finding.UNKNOWN_ISSUER),
        new Attack(
            "an issuer spelt almost alike",
            () -> with(p -> p.put("iss", Forge.URL + "/")),
            Finding.UNKNOWN_ISSUER),
        new Attack(
            "a list of issuers",
            () -> with(p -> p.put("iss", List.of(Forge.URL, "https://evil.example"))),
            Finding.UNREADABLE));
  }

  private Stream<Attack> onDisclosures() {
    return Stream.of(
        new Attack("an altered disclosure", this::alteredDisclosure, Finding.NOT_MATCHING),
        new Attack(
            "a disclosure twice", () -> showing(forge.name, forge.name), Finding.NOT_MATCHING),
        new Attack("a digest twice", () -> digests(d -> d.add(d.getFirst())), Finding.NOT_MATCHING),
        new Attack("a claim over the envelope", this::overTheEnvelope, Finding.NOT_MATCHING),
        new Attack("more disclosed than the holder agreed to", this::tooMuch, Finding.NOT_MATCHING),
        new Attack(
            "less disclosed than the holder agreed to", this::tooLittle, Finding.NOT_MATCHING),
        new Attack(
            "digests of an unknown kind",
            () -> with(p -> p.put("_sd_alg", "md5")),
            Finding.NOT_MATCHING),
        new Attack("one digest at two depths", this::twoDepths, Finding.NOT_MATCHING),
        new Attack(
            "a disclosure nobody signed",
            () -> showing(forge.name, Disclosure.of("rank", "king")),
            Finding.NOT_MATCHING),
        new Attack(
            "a claim twice, open and hidden",
            () -> hidden("vct", "passport"),
            Finding.NOT_MATCHING),
        new Attack("a claim called _sd", () -> hidden("_sd", List.of()), Finding.NOT_MATCHING),
        new Attack("a claim called ...", () -> hidden("...", "x"), Finding.NOT_MATCHING),
        new Attack("two claims of one name", this::twins, Finding.NOT_MATCHING),
        new Attack(
            "an element where a claim belongs",
            () -> hidden(Disclosure.ofElement("x")),
            Finding.NOT_MATCHING),
        new Attack("claims nested a hundred deep", this::deep, Finding.NOT_MATCHING),
        new Attack(
            "digests that are not a list",
            () -> with(p -> p.put("_sd", forge.name.digest())),
            Finding.NOT_MATCHING),
        new Attack(
            "a digest that is a number",
            () -> with(p -> p.put("_sd", List.of(7))),
            Finding.NOT_MATCHING),
        new Attack(
            "a disclosure of four parts",
            () -> raw("[\"salt\",\"name\",\"value\",\"more\"]"),
            Finding.UNREADABLE),
        new Attack(
            "a disclosure that is no JSON", () -> raw("salt,name,value"), Finding.UNREADABLE));
  }

  private Stream<Attack> onHolders() {
    return Stream.of(
        new Attack("swapped holder: another's key", this::swappedHolder, Finding.HOLDER_NOT_PROVEN),
        new Attack(
            "no holder's signature",
            () -> forge.checkBound(forge.honest()),
            Finding.HOLDER_NOT_PROVEN),
        new Attack(
            "the issuer's signature for the holder's",
            () -> forge.checkBound(forge.bound(forge.honest(), forge.key)),
            Finding.HOLDER_NOT_PROVEN),
        new Attack("shown to another recipient", this::otherRecipient, Finding.WRONG_RECIPIENT),
        new Attack("another presentation's proof", this::otherProof, Finding.NOT_MATCHING),
        new Attack(
            "a proof of another type", () -> proof("JWT", Map.of()), Finding.HOLDER_NOT_PROVEN),
        new Attack(
            "a proof without a nonce", () -> proof("kb+jwt", gone("nonce")), Finding.UNREADABLE),
        new Attack("a proof for nobody", () -> proof("kb+jwt", gone("aud")), Finding.UNREADABLE),
        new Attack(
            "a proof after its time",
            () -> proof("kb+jwt", Map.of("exp", Forge.NOW.getEpochSecond() - 1)),
            Finding.OVER),
        new Attack(
            "a proof from the future",
            () -> proof("kb+jwt", Map.of("iat", Forge.NOW.getEpochSecond() + 3600)),
            Finding.NOT_YET),
        new Attack(
            "a credential that names no holder",
            () -> boundWith(p -> p.remove("cnf")),
            Finding.HOLDER_NOT_PROVEN),
        new Attack(
            "a holder's key that is a shared secret",
            () -> boundWith(p -> p.put("cnf", Map.of("jwk", Map.of("kty", "oct", "k", "AA")))),
            Finding.HOLDER_NOT_PROVEN),
        new Attack("a proof without a signature", this::unsignedProof, Finding.HOLDER_NOT_PROVEN));
  }

  private Stream<Attack> onTheList() {
    return Stream.of(
        new Attack(
            "expired", () -> with(p -> p.put("exp", Forge.NOW.getEpochSecond())), Finding.EXPIRED),
        new Attack(
            "not yet valid",
            () -> with(p -> p.put("nbf", Forge.NOW.getEpochSecond() + 600)),
            Finding.NOT_YET),
        new Attack("revoked", this::revoked, Finding.REVOKED),
        new Attack("revoked and expired", this::revokedAndExpired, Finding.REVOKED),
        new Attack("a status list signed by another", this::foreignList, Finding.NOT_CHECKED),
        new Attack(
            "a status list rolled back to before its time",
            () -> listed(p -> p.put("exp", Forge.NOW.getEpochSecond() - 1)),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list from the future",
            () -> listed(p -> p.put("iat", Forge.NOW.getEpochSecond() + 3600)),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list without a date",
            () -> listed(p -> p.remove("iat")),
            Finding.NOT_CHECKED),
        new Attack(
            "the status list of another address",
            () -> listed(p -> p.put("sub", Forge.URL + "/status/1")),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list that unpacks without end", AttackTests::bomb, Finding.NOT_CHECKED),
        new Attack(
            "a status list of three bits each",
            () -> listed(p -> p.put("status_list", Map.of("bits", 3, "lst", "AA"))),
            Finding.NOT_CHECKED),
        new Attack(
            "a status list elsewhere",
            () -> with(p -> p.put("status", place("https://evil.example/0", 7))),
            Finding.NOT_CHECKED),
        new Attack(
            "a place beyond the list",
            () -> with(p -> p.put("status", place(Forge.URL + "/status/0", 1 << 20))),
            Finding.NOT_CHECKED),
        new Attack(
            "a place before the list",
            () -> with(p -> p.put("status", place(Forge.URL + "/status/0", -1))),
            Finding.NOT_CHECKED),
        new Attack(
            "a status of an unknown kind",
            () -> with(p -> p.put("status", Map.of("other", 1))),
            Finding.UNREADABLE));
  }

  private Stream<Attack> onSpelling() {
    return Stream.of(
        new Attack(
            "oversize", () -> forge.check("a".repeat(70_000), null, false), Finding.TOO_LARGE),
        new Attack(
            "ten thousand disclosures",
            () -> forge.check(forge.honest().unbound() + "WyJhIl0~".repeat(10_000), null, false),
            Finding.TOO_LARGE),
        new Attack(
            "a thousand disclosures",
            () -> forge.check(forge.honest().unbound() + "WyJhIl0~".repeat(1000), null, false),
            Finding.UNREADABLE),
        new Attack("brackets twenty thousand deep", this::brackets, Finding.UNREADABLE),
        new Attack("a name twice in the JSON", this::nameTwice, Finding.UNREADABLE),
        new Attack("something behind the JSON", this::trailing, Finding.UNREADABLE),
        new Attack(
            "base64 spelt otherwise",
            () -> forge.check(forge.sign(forge.payload()) + "=~", null, false),
            Finding.UNREADABLE),
        new Attack(
            "a fourth part",
            () -> forge.check(forge.sign(forge.payload()) + ".AA~", null, false),
            Finding.UNREADABLE),
        new Attack(
            "the JSON spelling of a token",
            () -> forge.check("{\"payload\":\"e30\",\"signatures\":[]}", null, false),
            Finding.UNREADABLE),
        new Attack("rubbish", () -> forge.check("a.b.c~", null, false), Finding.UNREADABLE),
        new Attack("only separators", () -> forge.check("~~~~", null, false), Finding.UNREADABLE),
        new Attack("nothing", () -> forge.check("", null, false), Finding.UNREADABLE));
  }

  private Stream<Attack> onPaper() {
    return Stream.of(
        new Attack(
            "a PDF with one byte changed", () -> papers().changed(true), Finding.NOT_MATCHING),
        new Attack(
            "an OFD with one byte changed", () -> papers().changed(false), Finding.NOT_MATCHING),
        new Attack("a PDF saved anew", () -> papers().unsigned(true), Finding.UNREADABLE),
        new Attack("an OFD packed anew", () -> papers().unsigned(false), Finding.UNREADABLE),
        new Attack(
            "a PDF with an update behind it", () -> papers().appended(true), Finding.NOT_MATCHING),
        new Attack(
            "an OFD with something behind it",
            () -> papers().appended(false),
            Finding.NOT_MATCHING),
        new Attack(
            "another page around a genuine credential",
            () -> papers().otherPage(),
            Finding.NOT_MATCHING),
        new Attack(
            "another's signature under a PDF",
            () -> papers().otherSigner(true),
            Finding.NOT_MATCHING),
        new Attack(
            "another's signature under an OFD",
            () -> papers().otherSigner(false),
            Finding.NOT_MATCHING),
        new Attack(
            "an OFD with entities in its XML", () -> papers().entities(), Finding.NOT_MATCHING),
        new Attack("a code cut off in the signature", () -> cutToken(0.3), Finding.UNREADABLE),
        new Attack("a code cut off in the disclosures", () -> cutToken(0.97), Finding.UNREADABLE));
  }

  private PaperForge papers() {
    return new PaperForge(forge);
  }

  private Map<String, Object> header(String algorithm) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm);
    header.put("typ", IssueCredential.TYPE);
    header.put("kid", forge.key.id());
    return header;
  }

  private Finding signed(String algorithm, byte[] signature) {
    String jwt = Forge.assemble(header(algorithm), forge.payload(), signature);
    return forge.check(jwt + "~", null, false);
  }

  private Finding sharedSecret() {
    String unsigned = Forge.assemble(header("HS256"), forge.payload(), new byte[0]);
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

  private Finding confusion() {
    return signed(Sm2.NAME, Jws.parse(forge.sign(forge.payload())).signature());
  }

  private Finding changedPayload() {
    Map<String, Object> changed = forge.payload();
    byte[] signature = Jws.parse(forge.sign(changed)).signature();
    changed.put("exp", Forge.NOW.getEpochSecond() + 9_999_999);
    return forge.check(Forge.assemble(header("ES256"), changed, signature) + "~", null, false);
  }

  private Finding otherType() {
    return forge.check(
        Jws.sign(forge.key, StatusList.TYPE, forge.payload(), true) + "~", null, false);
  }

  private Finding with(Consumer<Map<String, Object>> change) {
    Map<String, Object> payload = forge.payload();
    change.accept(payload);
    return forge.check(new SdJwt(forge.sign(payload), List.of(forge.name), null));
  }

  private Finding digests(Consumer<List<String>> change) {
    List<String> digests = new ArrayList<>(List.of(forge.name.digest(), forge.born.digest()));
    change.accept(digests);
    return with(payload -> payload.put("_sd", digests));
  }

  private Finding showing(Disclosure... shown) {
    return forge.check(forge.honest().showing(List.of(shown)));
  }

  private Finding alteredDisclosure() {
    return showing(forge.name, Disclosure.of("born", "2004-03-05"));
  }

  private Finding overTheEnvelope() {
    Disclosure issuer = Disclosure.of("iss", "https://better.example");
    Map<String, Object> payload = forge.payload();
    payload.put("_sd", List.of(issuer.digest()));
    return forge.check(new SdJwt(forge.sign(payload), List.of(issuer), null));
  }

  private Finding tooMuch() {
    SdJwt agreed = forge.bound(forge.honest().showing(List.of(forge.name)), forge.holder);
    return forge.checkBound(forge.honest().boundBy(Objects.requireNonNull(agreed.keyBinding())));
  }

  private Finding tooLittle() {
    SdJwt agreed = forge.bound(forge.honest(), forge.holder);
    return forge.checkBound(
        forge
            .honest()
            .showing(List.of(forge.name))
            .boundBy(Objects.requireNonNull(agreed.keyBinding())));
  }

  private Finding swappedHolder() {
    return forge.checkBound(forge.bound(forge.honest(), Forge.es256().holder));
  }

  private Finding otherRecipient() {
    String token = forge.bound(forge.honest(), forge.holder).compact();
    return forge.check(token, "https://else.example", true);
  }

  private Finding revoked() {
    Forge issuer = Forge.es256();
    issuer.revoke();
    return issuer.check(issuer.honest());
  }

  private Finding foreignList() {
    Forge issuer = Forge.es256();
    issuer.listBy(Forge.es256());
    return issuer.check(issuer.honest());
  }

  private static Map<String, Object> place(String uri, int index) {
    return Map.of("status_list", Map.of("idx", index, "uri", uri));
  }

  private Finding nameTwice() {
    String payload = "{\"iss\":\"https://evil.example\",\"iss\":\"" + Forge.URL + "\"}";
    String jwt =
        Letters.encode(Letters.json(header("ES256"))) + "." + Letters.encode(payload) + ".AA";
    return forge.check(jwt + "~", null, false);
  }

  private Finding header(String name, Object value) {
    Map<String, Object> header = header("ES256");
    header.put(name, value);
    return forge.check(signedBy(forge.key, header) + "~", null, false);
  }

  private Finding byAttacker(String name, Object value) {
    Map<String, Object> header = header("ES256");
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

  private static String elsewhere() {
    Forge other = Forge.es256();
    Map<String, Object> payload = other.payload();
    payload.put("iss", "https://next-district.example");
    return other.sign(payload);
  }

  private Finding hidden(String name, Object value) {
    return hidden(Disclosure.of(name, value));
  }

  private Finding hidden(Disclosure disclosure) {
    Map<String, Object> payload = forge.payload();
    payload.put("_sd", List.of(disclosure.digest()));
    return forge.check(new SdJwt(forge.sign(payload), List.of(disclosure), null));
  }

  private Finding twoDepths() {
    return with(p -> p.put("nested", Map.of("_sd", List.of(forge.name.digest()))));
  }

  private Finding twins() {
    Disclosure one = Disclosure.of("level", "1");
    Disclosure other = Disclosure.of("level", "9");
    Map<String, Object> payload = forge.payload();
    payload.put("_sd", List.of(one.digest(), other.digest()));
    return forge.check(new SdJwt(forge.sign(payload), List.of(one, other), null));
  }

  private Finding deep() {
    Object nested = "x";
    for (int i = 0; i < 100; i++) {
      nested = Map.of("n", nested);
    }
    Object deepest = nested;
    return with(p -> p.put("nested", deepest));
  }

  private Finding raw(String disclosure) {
    String token = forge.sign(forge.payload()) + "~" + Letters.encode(disclosure) + "~";
    return forge.check(token, null, false);
  }

  private Finding otherProof() {
    SdJwt one = forge.bound(forge.honest().showing(List.of(forge.born)), forge.holder);
    return forge.checkBound(
        forge
            .honest()
            .showing(List.of(forge.name))
            .boundBy(Objects.requireNonNull(one.keyBinding())));
  }

  private static Map<String, Object> gone(String name) {
    return Map.of(name, 0);
  }

  private Finding proof(String type, Map<String, Object> changes) {
    SdJwt token = forge.honest();
    Map<String, Object> proof = forge.proof(token);
    proof.putAll(changes);
    return forge.checkBound(token.boundBy(Jws.sign(forge.holder, type, proof, false)));
  }

  private Finding unsignedProof() {
    SdJwt token = forge.honest();
    Map<String, Object> header = Map.of("alg", "none", "typ", "kb+jwt");
    return forge.checkBound(token.boundBy(Forge.assemble(header, forge.proof(token), new byte[0])));
  }

  private Finding boundWith(Consumer<Map<String, Object>> change) {
    Map<String, Object> payload = forge.payload();
    change.accept(payload);
    SdJwt token = new SdJwt(forge.sign(payload), List.of(forge.name), null);
    return forge.checkBound(forge.bound(token, forge.holder));
  }

  private Finding revokedAndExpired() {
    Forge issuer = Forge.es256();
    issuer.revoke();
    Map<String, Object> payload = issuer.payload();
    payload.put("exp", Forge.NOW.getEpochSecond());
    return issuer.check(new SdJwt(issuer.sign(payload), List.of(), null));
  }

  private static Finding listed(Consumer<Map<String, Object>> change) {
    Forge issuer = Forge.es256();
    issuer.list(change);
    return issuer.check(issuer.honest());
  }

  private static Finding bomb() {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[16 << 20]);
    deflater.finish();
    byte[] packed = new byte[1 << 20];
    byte[] some = Arrays.copyOf(packed, deflater.deflate(packed));
    deflater.end();
    return listed(p -> p.put("status_list", Map.of("bits", 1, "lst", Letters.encode(some))));
  }

  private Finding brackets() {
    String payload = "[".repeat(20_000);
    String jwt =
        Letters.encode(Letters.json(header("ES256"))) + "." + Letters.encode(payload) + ".AA";
    return forge.check(jwt + "~", null, false);
  }

  private Finding trailing() {
    String payload = Letters.json(forge.payload()) + "{}";
    String jwt =
        Letters.encode(Letters.json(header("ES256"))) + "." + Letters.encode(payload) + ".AA";
    return forge.check(jwt + "~", null, false);
  }

  private Finding cutToken(double share) {
    String whole = forge.honest().compact();
    return forge.check(whole.substring(0, (int) (whole.length() * share)), null, false);
  }
}
