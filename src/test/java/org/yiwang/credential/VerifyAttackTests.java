package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Language;
import org.yiwang.party.Parties;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * The five attacks that every checker has to withstand (algorithm none, wrong key, replay,
 * disclosed too much, swapped holder) with a credential that this district issued, sent to the
 * program as anybody may: to {@code POST /api/verify} and by the form of the public page.
 */
@Tag("rfc9901")
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class VerifyAttackTests {
  private static final String SHOP = "隔壁书店";

  @LocalServerPort private int port;
  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;

  private final Forge attacker = Forge.es256();

  /** What is sent, and what has to come back. */
  private record Tried(String name, Supplier<Shown> made, Finding told) {}

  /** A token as it is shown, to this recipient if any. */
  private record Shown(String token, String recipient) {}

  @TestFactory
  Stream<DynamicTest> theApiRefusesEach() {
    return each("api", (shown, finding) -> api(shown, finding));
  }

  @TestFactory
  Stream<DynamicTest> thePublicPageRefusesEach() {
    return each("page", (shown, finding) -> page(shown, finding, Language.ZH));
  }

  @TestFactory
  Stream<DynamicTest> thePublicPageRefusesEachInEnglish() {
    return each("page in English", (shown, finding) -> page(shown, finding, Language.EN));
  }

  private Stream<DynamicTest> each(String way, BiConsumer<Shown, Finding> sent) {
    return Stream.of(
            new Tried("honest", () -> new Shown(issued(), ""), Finding.GENUINE),
            new Tried("honest, shown once", () -> shown(present()), Finding.GENUINE),
            new Tried("algorithm none", this::algorithmNone, Finding.TAMPERED),
            new Tried("wrong key", this::wrongKey, Finding.TAMPERED),
            new Tried("replay", () -> replay(sent), Finding.ALREADY_USED),
            new Tried("disclosed too much", this::tooMuch, Finding.NOT_MATCHING),
            new Tried("swapped holder", this::swappedHolder, Finding.HOLDER_NOT_PROVEN))
        .map(
            one ->
                DynamicTest.dynamicTest(
                    way + ": " + one.name(), () -> sent.accept(one.made().get(), one.told())));
  }

  private void api(Shown shown, Finding finding) {
    Answer answer =
        visitor()
            .post("/api/verify", Map.of("token", shown.token(), "recipient", shown.recipient()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("finding").asString()).isEqualTo(finding.code());
    boolean genuine = finding == Finding.GENUINE;
    assertThat(answer.json().path("genuine").asBoolean()).isEqualTo(genuine);
    assertThat(answer.json().has("claims")).as("says what it holds").isEqualTo(genuine);
    assertThat(answer.body().contains("小梅")).as("names the holder").isEqualTo(genuine);
  }

  private void page(Shown shown, Finding finding, Language language) {
    Person visitor = visitor().speaks(language);
    assertThat(visitor.get("/verify").status()).as("the form").isEqualTo(200);
    Answer answer =
        visitor.form("/verify", Map.of("token", shown.token(), "recipient", shown.recipient()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.words()).contains(finding.says().in(language), finding.next().in(language));
    boolean genuine = finding == Finding.GENUINE;
    assertThat(answer.words().contains(Finding.GENUINE.says().in(language))).isEqualTo(genuine);
    assertThat(answer.words().contains("小梅")).as("names the holder").isEqualTo(genuine);
  }

  private Person visitor() {
    return new Person(URI.create("http://127.0.0.1:" + port));
  }

  private Shown algorithmNone() {
    SdJwt honest = SdJwt.parse(issued());
    Jws jws = Jws.parse(honest.issuerJwt());
    Map<String, Object> header = new LinkedHashMap<>(jws.header());
    header.put("alg", "none");
    String unsigned = Forge.assemble(header, jws.payload(), new byte[0]);
    return new Shown(new SdJwt(unsigned, honest.disclosures(), null).compact(), "");
  }

  /** Signed by the attacker, under the id of the key that signed the honest one. */
  private Shown wrongKey() {
    SdJwt honest = SdJwt.parse(issued());
    Jws jws = Jws.parse(honest.issuerJwt());
    String forged = Jws.sign(attacker.key, IssueCredential.TYPE, jws.payload(), true);
    String swapped = Forge.assemble(jws.header(), jws.payload(), Jws.parse(forged).signature());
    return new Shown(new SdJwt(swapped, honest.disclosures(), null).compact(), "");
  }

  /** The recipient has used it; whoever has seen it shows it to the same one again. */
  private Shown replay(BiConsumer<Shown, Finding> sent) {
    Shown once = shown(present());
    sent.accept(once, Finding.GENUINE);
    return once;
  }

  /** The holder agreed to show the name; the recipient adds the birthday out of the whole card. */
  private Shown tooMuch() {
    Presentation agreed = present();
    SdJwt token = SdJwt.parse(agreed.token());
    SdJwt whole = SdJwt.parse(store.find(agreed.credential()).orElseThrow().token());
    List<Disclosure> more = new ArrayList<>(token.disclosures());
    whole.disclosures().stream().filter(one -> "born".equals(one.name())).forEach(more::add);
    assertThat(more).hasSize(token.disclosures().size() + 1);
    return new Shown(
        new SdJwt(token.issuerJwt(), more, token.keyBinding()).compact(), agreed.recipient());
  }

  /** Somebody else's key signs that they hold it. */
  private Shown swappedHolder() {
    Presentation honest = present();
    SdJwt token = SdJwt.parse(honest.token());
    Jws proof = Jws.parse(Objects.requireNonNull(token.keyBinding()));
    String other = Jws.sign(attacker.holder, "kb+jwt", proof.payload(), false);
    return new Shown(token.boundBy(other).compact(), honest.recipient());
  }

  private static Shown shown(Presentation one) {
    return new Shown(one.token(), one.recipient());
  }

  private String issued() {
    return store.find(issue().id()).orElseThrow().token();
  }

  private Credential issue() {
    NewCredential wanted =
        new NewCredential(
            "library-card",
            parties.ofAccount("verify-attack", "小梅"),
            Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"),
            null,
            "LC-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> credentials.issue(wanted)));
  }

  private Presentation present() {
    return credentials.present(
        new PresentRequest(
            issue().id(), Set.of("reader"), "会员折扣", SHOP, Duration.ofDays(1), Actor.SYSTEM));
  }
}
