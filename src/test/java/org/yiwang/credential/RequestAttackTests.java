package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.Linked.Carried;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * What a wallet does with a request link that is not as it should be: altered on its way, made by
 * somebody else, or signed by an agreed region that wants more than was agreed. Each is refused in
 * words, before the holder is asked anything, and nothing leaves the wallet.
 */
class RequestAttackTests {
  @TempDir private static Path folder;
  private static Linked regions;
  private static Person holder;
  private static Carried whole;

  @BeforeAll
  static void start() throws IOException {
    regions = Linked.start(folder);
    holder = regions.wallet().signedIn("li");
    Person applicant = regions.asker().signedIn("keeper");
    whole = regions.carried(applicant, Linked.draft(applicant));
  }

  @AfterAll
  static void stop() {
    regions.close();
  }

  private static void refused(Carried carried, String says) {
    for (Answer answer :
        List.of(holder.get(carried.path()), Linked.decide(holder, carried, "agree"))) {
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.words()).contains(says).doesNotContain("同意给出");
    }
    assertThat(presentations()).isZero();
  }

  private static int presentations() {
    return regions
        .wallet()
        .bean(JdbcClient.class)
        .sql("select count(*) from credential_presentation where recipient like 'http%'")
        .query(Integer.class)
        .single();
  }

  /** The same request with one member changed, signed by the asking region's own key. */
  private static Carried signed(String member, Object value) {
    Map<String, Object> said = new LinkedHashMap<>(Jws.parse(whole.request()).payload());
    said.put(member, value);
    return whole.with(Jws.sign(key(), AuthorizationRequest.TYPE, said, true));
  }

  private static SigningKey key() {
    return regions.asker().bean(IssuerKeys.class).current(CredentialType.Signature.ES256);
  }

  private static Map<String, Object> query(String type, List<String> claims) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", AuthorizationRequest.QUERY);
    one.put("format", "dc+sd-jwt");
    one.put("meta", Map.of("vct_values", List.of(type)));
    one.put("claims", claims.stream().map(id -> Map.of("path", List.of(id))).toList());
    return Map.of("credentials", List.of(one));
  }

  @Test
  void aRequestThatWasAlteredOnItsWayIsRefused() {
    String[] parts = whole.request().split("\\.");
    Map<String, Object> more = new LinkedHashMap<>(Jws.parse(whole.request()).payload());
    more.put("purpose", "改过的用途");
    refused(
        whole.with(parts[0] + "." + Letters.encode(Letters.json(more)) + "." + parts[2]), "签名不对");
    refused(whole.with(whole.request().substring(0, 200)), "签名不对");
    refused(whole.with(""), "签名不对");
    refused(whole.with(parts[0] + "." + parts[1] + "."), "签名不对");
    String none = Letters.encode("{\"alg\":\"none\",\"typ\":\"oauth-authz-req+jwt\"}");
    refused(whole.with(none + "." + parts[1] + "."), "签名不对");
  }

  @Test
  void aRequestSignedBySomebodyElseOrForSomethingElseIsRefused() {
    Map<String, Object> said = Jws.parse(whole.request()).payload();
    SigningKey own = SigningKey.make(Algorithms.of(CredentialType.Signature.ES256));
    refused(whole.with(Jws.sign(own, AuthorizationRequest.TYPE, said, true)), "签名不对");
    refused(whole.with(Jws.signShowingKey(own, AuthorizationRequest.TYPE, said)), "签名不对");
    refused(whole.with(Jws.sign(key(), "dc+sd-jwt", said, true)), "签名不对");
  }

  @Test
  void whoIsNotOnTheListIsNotEvenAskedForKeys() throws IOException {
    try (SlowRegion stranger = new SlowRegion()) {
      for (String client :
          List.of(stranger.url(), "http://169.254.169.254", "file:///etc/passwd", "", "x")) {
        refused(new Carried(whole.page(), client, whole.request()), "不在互认名单上");
      }
      assertThat(stranger.asked()).isZero();
    }
    refused(new Carried(whole.page(), whole.client() + "/", whole.request()), "不在互认名单上");
    refused(new Carried(whole.page(), regions.wallet().address(), whole.request()), "不在互认名单上");
  }

  @Test
  void whoDoesNotAnswerIsNotBelieved() {
    Answer answer = holder.get(new Carried("", regions.silent(), whole.request()).path());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.words()).contains("对方地区暂时没有应答").doesNotContain("同意给出");
  }

  @Test
  void theAnswerGoesToTheAskingRegionAndNowhereElse() {
    String asker = regions.asker().address();
    for (String to :
        List.of(
            "https://evil.example/api/credential-answers",
            asker + "@evil.example/api/credential-answers",
            asker + ".evil.example/api/credential-answers",
            asker + "/api/verify",
            asker.replace("127.0.0.1", "localhost") + AuthorizationRequest.ANSWERS,
            "http://169.254.169.254/")) {
      refused(signed("response_uri", to), "不是调取的地区");
    }
    refused(signed("redirect_uri", "https://evil.example/"), "不是调取的地区");
  }

  @Test
  void whatIsForAnotherWalletOrFromAnotherAskerIsRefused() {
    refused(signed("aud", "https://self-issued.me/v2"), "不是给本区的");
    refused(signed("client_id", regions.silent()), "不是给本区的");
  }

  @Test
  void whatIsOverOrNotYetOrForEverIsRefused() {
    Instant now = regions.wallet().bean(DistrictTime.class).instant();
    refused(signed("exp", now.minusSeconds(5).getEpochSecond()), "已过时限");
    refused(signed("iat", now.plusSeconds(7200).getEpochSecond()), "已过时限");
    refused(signed("exp", now.plusSeconds(90_000).getEpochSecond()), "已过时限");
  }

  @Test
  void moreThanWasAgreedIsNotAskedOfTheHolder() {
    String card = AuthorizationRequest.vct(regions.wallet().address(), "identity-card");
    refused(signed("dcql_query", query(card, List.of("name", "person-id"))), "超出了约定");
    refused(signed("dcql_query", query(card, List.of("no-such-claim"))), "超出了约定");
    String other = AuthorizationRequest.vct(regions.wallet().address(), "residence-permit");
    refused(signed("dcql_query", query(other, List.of("name"))), "超出了约定");
  }

  @Test
  void whatIsNotOfItsKindIsRefused() {
    String elsewhere = AuthorizationRequest.vct("https://evil.example", "identity-card");
    refused(signed("dcql_query", query(elsewhere, List.of("name"))), "不完整或被改过");
    refused(signed("dcql_query", Map.of("credentials", List.of())), "不完整或被改过");
    refused(signed("dcql_query", "all"), "不完整或被改过");
    refused(signed("nonce", "short"), "不完整或被改过");
    refused(signed("response_mode", "fragment"), "不完整或被改过");
    refused(signed("purpose", ""), "不完整或被改过");
    refused(signed("state", 1), "不完整或被改过");
  }
}
