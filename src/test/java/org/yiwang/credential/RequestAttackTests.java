package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.Linked.Carried;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * What a wallet does with a request link that is not as it should be: altered on its way, made by
 * somebody else, or signed by an agreed region that wants more than was agreed. Each is refused in
 * words, before the holder is asked anything, and nothing leaves the wallet. {@link AttackTests}
 * lists them.
 */
class RequestAttackTests {
  private static final String TYPE = AuthorizationRequest.TYPE;
  private static final String ANSWERS = AuthorizationRequest.ANSWERS;
  private static final RefusedException ALTERED = AskedRefusals.altered();
  private static final RefusedException UNREADABLE = AskedRefusals.unreadable();
  private static final RefusedException ELSEWHERE = AskedRefusals.otherAddressee();

  @TempDir private static Path folder;
  private static Linked regions;
  private static Person holder;
  private static Carried whole;
  private static LinkForge forge;

  @BeforeAll
  static void start() throws IOException {
    regions = Linked.start(folder);
    holder = regions.wallet().signedIn("li");
    Person applicant = regions.asker().signedIn("keeper");
    whole = regions.carried(applicant, Linked.draft(applicant));
    forge = new LinkForge(regions, whole);
  }

  @AfterAll
  static void stop() {
    regions.close();
  }

  static Map<String, Stream<LinkAttack>> all() {
    Map<String, Stream<LinkAttack>> all = new LinkedHashMap<>();
    all.put("Request link: signature 调取链接：签名", signatures());
    all.put("Request link: who asks whom, and until when 调取链接：谁向谁调取、时限", parties());
    all.put("Request link: where the answer goes 调取链接：答复送到哪里", ways());
    all.put("Request link: what is asked 调取链接：调取什么", contents());
    return all;
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefusedBeforeTheHolderIsAsked() {
    return all().values().stream()
        .flatMap(group -> group)
        .map(attack -> dynamicTest(attack.name(), () -> refused(attack)));
  }

  private static void refused(LinkAttack attack) {
    Carried link = attack.link().get();
    for (Answer answer : List.of(holder.get(link.path()), Linked.decide(holder, link, "agree"))) {
      boolean later = attack.told().kind() == Refusal.Kind.UNAVAILABLE;
      assertThat(answer.status()).isEqualTo(later ? 503 : 422);
      assertThat(answer.words()).contains(attack.told().says().zh()).doesNotContain("同意给出");
    }
    assertThat(presentations()).isZero();
  }

  @Test
  void whoIsNotOnTheListIsNotEvenAskedForKeys() throws IOException {
    try (SlowRegion stranger = new SlowRegion()) {
      stranger.slow(false);
      Carried link = new Carried(whole.page(), stranger.url(), whole.request());
      refused(new LinkAttack("stranger", () -> link, AskedRefusals.unknownAsker()));
      assertThat(stranger.asked()).isZero();
    }
  }

  private static int presentations() {
    return regions
        .wallet()
        .bean(JdbcClient.class)
        .sql("select count(*) from credential_presentation where recipient like 'http%'")
        .query(Integer.class)
        .single();
  }

  private static Stream<LinkAttack> signatures() {
    return Stream.of(
        altered("a purpose changed on its way", signed -> forge.otherPurpose()),
        altered("a request cut short", signed -> signed.substring(0, 200)),
        altered("no request", signed -> ""),
        altered("no signature", signed -> signed.substring(0, signed.lastIndexOf('.') + 1)),
        altered("algorithm none", signed -> forge.none()),
        altered(
            "signed by the attacker",
            signed -> Jws.sign(LinkForge.own(), TYPE, forge.said(), true)),
        altered(
            "signed by a key that the header brings along",
            signed -> Jws.signShowingKey(LinkForge.own(), TYPE, forge.said())),
        altered(
            "another kind of signed text of the asking region",
            signed -> Jws.sign(forge.key(), IssueCredential.TYPE, forge.said(), true)));
  }

  private static Stream<LinkAttack> parties() {
    return Stream.of(
        from("an address that is on no list", "https://evil.example"),
        from("an address inside our network", "http://169.254.169.254"),
        from("a file as an address", "file:///etc/passwd"),
        from("no address", ""),
        from("a word as an address", "x"),
        new LinkAttack(
            "an agreed address spelt otherwise",
            () -> new Carried(whole.page(), whole.client() + "/", whole.request()),
            AskedRefusals.unknownAsker()),
        new LinkAttack(
            "the asked region's own address",
            () -> new Carried(whole.page(), regions.wallet().address(), whole.request()),
            AskedRefusals.unknownAsker()),
        new LinkAttack(
            "an agreed region that does not answer",
            () -> new Carried(whole.page(), regions.silent(), whole.request()),
            AskedRefusals.silent()),
        with("for another wallet", "aud", "https://self-issued.me/v2", ELSEWHERE),
        new LinkAttack(
            "another agreed region's name inside",
            () -> forge.signed("client_id", regions.silent()),
            ELSEWHERE),
        at("over", "exp", -5),
        at("not yet made", "iat", 7200),
        at("good for a day", "exp", 90_000));
  }

  private static Stream<LinkAttack> ways() {
    return Stream.of(
        to("somebody else's address", asker -> "https://evil.example" + ANSWERS),
        to("the asker's address as a user's name", asker -> asker + "@evil.example" + ANSWERS),
        to("a host that begins like the asker's", asker -> asker + ".evil.example" + ANSWERS),
        to("another page of the asker", asker -> asker + "/api/verify"),
        to("the asker by another name", asker -> asker.replace("127.0.0.1", "localhost") + ANSWERS),
        to("an address inside our network", asker -> "http://169.254.169.254/"),
        with(
            "a way back beside the answer's",
            "redirect_uri",
            "https://evil.example/",
            AskedRefusals.strangeReturn()));
  }

  private static Stream<LinkAttack> contents() {
    return Stream.of(
        asks("a claim more than agreed", "identity-card", "name", "person-id"),
        asks("a claim that there is not", "identity-card", "no-such-claim"),
        asks("a type that was not agreed", "residence-permit", "name"),
        new LinkAttack(
            "another issuer's type",
            () ->
                forge.signed(
                    "dcql_query", LinkForge.query("https://evil.example", "identity-card", "name")),
            UNREADABLE),
        with("nothing", "dcql_query", Map.of("credentials", List.of()), UNREADABLE),
        with("a word as a query", "dcql_query", "all", UNREADABLE),
        more("a choice of what to give", "credential_sets", List.of()),
        more("no list of credentials", "credentials", Map.of()),
        new LinkAttack("two credentials under one name", () -> forge.twice(), UNREADABLE),
        new LinkAttack("more than five credentials", () -> forge.six(), UNREADABLE),
        within("a choice of claims", "claim_sets", List.of(List.of("name"))),
        within("as many as there are", "multiple", true),
        within("a format that is not kept here", "format", "mso_mdoc"),
        within(
            "a claim with a value",
            "claims",
            List.of(Map.of("path", List.of("name"), "values", List.of("x")))),
        within("a name that no answer can carry", "id", "a b"),
        new LinkAttack(
            "a second credential that was not agreed",
            () -> forge.second(),
            AskedRefusals.tooMuch()),
        with("a nonce that names nothing", "nonce", "short", UNREADABLE),
        with("an answer in the address", "response_mode", "fragment", UNREADABLE),
        with("no purpose", "purpose", "", UNREADABLE),
        with("a number as a state", "state", 1, UNREADABLE));
  }

  private static LinkAttack altered(String name, UnaryOperator<String> how) {
    return new LinkAttack(name, () -> whole.with(how.apply(whole.request())), ALTERED);
  }

  private static LinkAttack from(String name, String client) {
    return new LinkAttack(
        name,
        () -> new Carried(whole.page(), client, whole.request()),
        AskedRefusals.unknownAsker());
  }

  private static LinkAttack to(String name, UnaryOperator<String> where) {
    return new LinkAttack(
        name,
        () -> forge.signed("response_uri", where.apply(regions.asker().address())),
        AskedRefusals.strangeReturn());
  }

  private static LinkAttack at(String name, String member, long seconds) {
    return new LinkAttack(
        name,
        () -> {
          Instant now = regions.wallet().bean(DistrictTime.class).instant();
          return forge.signed(member, now.plusSeconds(seconds).getEpochSecond());
        },
        AskedRefusals.over());
  }

  private static LinkAttack asks(String name, String type, String... claims) {
    return new LinkAttack(
        name,
        () -> forge.signed("dcql_query", LinkForge.query(regions.wallet().address(), type, claims)),
        AskedRefusals.tooMuch());
  }

  private static LinkAttack with(String name, String member, Object value, RefusedException told) {
    return new LinkAttack(name, () -> forge.signed(member, value), told);
  }

  private static LinkAttack more(String name, String member, Object value) {
    return new LinkAttack(
        name,
        () -> {
          Map<String, Object> query =
              new LinkedHashMap<>(
                  LinkForge.query(regions.wallet().address(), "identity-card", "name"));
          query.put(member, value);
          return forge.signed("dcql_query", query);
        },
        UNREADABLE);
  }

  private static LinkAttack within(String name, String member, Object value) {
    return new LinkAttack(
        name,
        () -> {
          Map<String, Object> one =
              LinkForge.credential(regions.wallet().address(), "identity-card", "name");
          one.put(member, value);
          return forge.signed("dcql_query", Map.of("credentials", List.of(one)));
        },
        UNREADABLE);
  }
}
