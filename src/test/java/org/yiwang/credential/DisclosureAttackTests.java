package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What somebody may try with what a credential discloses, and with whom it was shown by and to. */
@Tag("rfc9901")
class DisclosureAttackTests {
  private final Forge forge = Forge.es256();

  /** The attacks of this theme, by group. */
  static Map<String, Stream<Attack>> all() {
    return new DisclosureAttackTests().groups();
  }

  private Map<String, Stream<Attack>> groups() {
    Map<String, Stream<Attack>> groups = new LinkedHashMap<>();
    groups.put("What is disclosed 披露内容", onDisclosures());
    groups.put("Holder and recipient 持有人与出示对象", onHolders());
    return groups;
  }

  @TestFactory
  Stream<DynamicTest> eachAttackIsRefused() {
    return Attack.tests(groups());
  }

  /** Decoys that an issuer strews in hide how much there is to disclose, and do no harm. */
  @Test
  void whatOnlyLooksStrangeIsGenuine() {
    assertThat(digests(d -> d.add(Letters.encode(Letters.random(32))))).isEqualTo(Finding.GENUINE);
    assertThat(forge.showing(forge.born)).isEqualTo(Finding.GENUINE);
    assertThat(forge.showing()).isEqualTo(Finding.GENUINE);
  }

  private Stream<Attack> onDisclosures() {
    return Stream.of(
        new Attack("an altered disclosure", this::alteredDisclosure, Finding.NOT_MATCHING),
        new Attack(
            "a disclosure twice",
            () -> forge.showing(forge.name, forge.name),
            Finding.NOT_MATCHING),
        new Attack("a digest twice", () -> digests(d -> d.add(d.getFirst())), Finding.NOT_MATCHING),
        new Attack("a claim over the envelope", this::overTheEnvelope, Finding.NOT_MATCHING),
        new Attack("more disclosed than the holder agreed to", this::tooMuch, Finding.NOT_MATCHING),
        new Attack(
            "less disclosed than the holder agreed to", this::tooLittle, Finding.NOT_MATCHING),
        new Attack(
            "digests of an unknown kind",
            () -> forge.with(p -> p.put("_sd_alg", "md5")),
            Finding.NOT_MATCHING),
        new Attack("one digest at two depths", this::twoDepths, Finding.NOT_MATCHING),
        new Attack(
            "a disclosure nobody signed",
            () -> forge.showing(forge.name, Disclosure.of("rank", "king")),
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
            () -> hidden(Forge.element("x")),
            Finding.NOT_MATCHING),
        new Attack("claims nested a hundred deep", this::deep, Finding.NOT_MATCHING),
        new Attack(
            "digests that are not a list",
            () -> forge.with(p -> p.put("_sd", forge.name.digest())),
            Finding.NOT_MATCHING),
        new Attack(
            "a digest that is a number",
            () -> forge.with(p -> p.put("_sd", List.of(7))),
            Finding.NOT_MATCHING),
        new Attack(
            "a disclosure of four parts",
            () -> raw("[\"salt\",\"name\",\"value\",\"more\"]"),
            Finding.UNREADABLE),
        new Attack("null for a disclosure", () -> raw("null"), Finding.UNREADABLE),
        new Attack("a disclosure named null", () -> raw("[\"salt\",null,1]"), Finding.UNREADABLE),
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
            "a proof of another type", () -> proof("JWT", p -> {}), Finding.HOLDER_NOT_PROVEN),
        new Attack(
            "a proof without a nonce",
            () -> proof("kb+jwt", p -> p.remove("nonce")),
            Finding.UNREADABLE),
        new Attack(
            "a proof whose nonce is a number",
            () -> proof("kb+jwt", p -> p.put("nonce", 0)),
            Finding.UNREADABLE),
        new Attack(
            "a proof for nobody", () -> proof("kb+jwt", p -> p.remove("aud")), Finding.UNREADABLE),
        new Attack(
            "a proof after its time",
            () -> proof("kb+jwt", p -> p.put("exp", Forge.NOW.getEpochSecond() - 1)),
            Finding.OVER),
        new Attack(
            "a proof from the future",
            () -> proof("kb+jwt", p -> p.put("iat", Forge.NOW.getEpochSecond() + 3600)),
            Finding.NOT_YET),
        new Attack(
            "a credential that names no holder",
            () -> boundWith(p -> p.remove("cnf")),
            Finding.HOLDER_NOT_PROVEN),
        new Attack(
            "a holder's key that is a shared secret",
            () -> boundWith(p -> p.put("cnf", Map.of("jwk", Map.of("kty", "oct", "k", "AA")))),
            Finding.HOLDER_NOT_PROVEN),
        new Attack("null for a proof's header", () -> nullProof(0), Finding.UNREADABLE),
        new Attack("null for a proof's payload", () -> nullProof(1), Finding.UNREADABLE),
        new Attack(
            "null for a holder's key",
            () -> boundWith(p -> p.put("cnf", Collections.singletonMap("jwk", null))),
            Finding.HOLDER_NOT_PROVEN),
        new Attack("a proof without a signature", this::unsignedProof, Finding.HOLDER_NOT_PROVEN));
  }

  private Finding digests(Consumer<List<String>> change) {
    List<String> digests = new ArrayList<>(List.of(forge.name.digest(), forge.born.digest()));
    change.accept(digests);
    return forge.with(payload -> payload.put("_sd", digests));
  }

  private Finding alteredDisclosure() {
    return forge.showing(forge.name, Disclosure.of("born", "2004-03-05"));
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

  private Finding hidden(String name, Object value) {
    return hidden(Disclosure.of(name, value));
  }

  private Finding hidden(Disclosure disclosure) {
    Map<String, Object> payload = forge.payload();
    payload.put("_sd", List.of(disclosure.digest()));
    return forge.check(new SdJwt(forge.sign(payload), List.of(disclosure), null));
  }

  private Finding twoDepths() {
    return forge.with(p -> p.put("nested", Map.of("_sd", List.of(forge.name.digest()))));
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
    return forge.with(p -> p.put("nested", deepest));
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

  private Finding proof(String type, Consumer<Map<String, Object>> change) {
    SdJwt token = forge.honest();
    Map<String, Object> proof = forge.proof(token);
    change.accept(proof);
    return forge.checkBound(token.boundBy(Jws.sign(forge.holder, type, proof, false)));
  }

  private Finding unsignedProof() {
    SdJwt token = forge.honest();
    Map<String, Object> header = Map.of("alg", "none", "typ", "kb+jwt");
    return forge.checkBound(token.boundBy(Forge.assemble(header, forge.proof(token), new byte[0])));
  }

  private Finding nullProof(int part) {
    SdJwt token = forge.bound(forge.honest(), forge.holder);
    String[] parts = Objects.requireNonNull(token.keyBinding()).split("\\.");
    parts[part] = Letters.encode("null");
    return forge.checkBound(token.boundBy(String.join(".", parts)));
  }

  private Finding boundWith(Consumer<Map<String, Object>> change) {
    Map<String, Object> payload = forge.payload();
    change.accept(payload);
    SdJwt token = new SdJwt(forge.sign(payload), List.of(forge.name), null);
    return forge.checkBound(forge.bound(token, forge.holder));
  }
}
