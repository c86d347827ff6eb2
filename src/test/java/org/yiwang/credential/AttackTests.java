package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.Bomb;
import org.yiwang.calendar.DistrictTime;

/** What somebody may try with a credential, and what each try is told. */
@Tag("rfc9901")
class AttackTests {
  private final Forge forge = Forge.es256();

  private record Attack(String name, Supplier<Finding> tried, Finding told) {}

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
    VerifyPaper paper =
        new VerifyPaper(
            url -> java.util.Optional.empty(), new DistrictTime(Instant::now, ZoneOffset.UTC));

    assertThat(paper.verify(file.toByteArray()).finding()).isEqualTo(Finding.UNREADABLE);
    file.writeBytes((PrintCredential.SIGNATURE + "a.b.c").getBytes(StandardCharsets.US_ASCII));
    assertThat(paper.verify(file.toByteArray()).finding()).isEqualTo(Finding.NOT_MATCHING);
  }

  @TestFactory
  Stream<DynamicTest> eachAttackIsRefused() {
    return Stream.concat(onSignatures(), Stream.concat(onDisclosures(), onTheRest()))
        .map(a -> dynamicTest(a.name(), () -> assertThat(a.tried().get()).isEqualTo(a.told())));
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
        new Attack("a status list shown as a credential", this::otherType, Finding.UNREADABLE));
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
            Finding.NOT_MATCHING));
  }

  private Stream<Attack> onTheRest() {
    return Stream.of(
        new Attack(
            "another's key for the holder's", this::swappedHolder, Finding.HOLDER_NOT_PROVEN),
        new Attack(
            "no holder's signature",
            () -> forge.checkBound(forge.honest()),
            Finding.HOLDER_NOT_PROVEN),
        new Attack("shown to another recipient", this::otherRecipient, Finding.WRONG_RECIPIENT),
        new Attack(
            "expired", () -> with(p -> p.put("exp", Forge.NOW.getEpochSecond())), Finding.EXPIRED),
        new Attack(
            "not yet valid",
            () -> with(p -> p.put("nbf", Forge.NOW.getEpochSecond() + 600)),
            Finding.NOT_YET),
        new Attack("revoked", this::revoked, Finding.REVOKED),
        new Attack("a status list signed by another", this::foreignList, Finding.NOT_CHECKED),
        new Attack(
            "a status list elsewhere",
            () -> with(p -> p.put("status", place("https://evil.example/0", 7))),
            Finding.NOT_CHECKED),
        new Attack(
            "a place beyond the list",
            () -> with(p -> p.put("status", place(Forge.URL + "/status/0", 1 << 20))),
            Finding.NOT_CHECKED),
        new Attack(
            "oversize", () -> forge.check("a".repeat(70_000), null, false), Finding.TOO_LARGE),
        new Attack(
            "a thousand disclosures",
            () -> forge.check(forge.honest().unbound() + "WyJhIl0~".repeat(1000), null, false),
            Finding.UNREADABLE),
        new Attack("a name twice in the JSON", this::nameTwice, Finding.UNREADABLE),
        new Attack("rubbish", () -> forge.check("a.b.c~", null, false), Finding.UNREADABLE),
        new Attack("nothing", () -> forge.check("", null, false), Finding.UNREADABLE));
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
}
