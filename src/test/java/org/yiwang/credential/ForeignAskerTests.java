package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.credential.Linked.Carried;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody else's verifier (npm {@code @openid4vc/openid4vp}, {@code dcql} and {@code
 * @sd-jwt/sd-jwt-vc}) asks our wallet: it stands at the address of a region that is agreed on, makes
 * and signs the request, and checks what our wallet posts to it by our published keys.
 */
@Tag("rfc9901")
class ForeignAskerTests {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static Linked regions;
  private static Process asker;
  private static BufferedReader says;

  @BeforeAll
  static void start() throws Exception {
    ForeignProgram program = ForeignProgram.ready("openid4vp", "@openid4vc/openid4vp");
    regions = Linked.startWithTwoPapers(folder);
    asker = program.start("node", "verifier.mjs", regions.silent(), regions.wallet().address());
    says = asker.inputReader(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    if (asker != null) {
      asker.destroy();
    }
    if (regions != null) {
      regions.close();
    }
  }

  private static Person holder() {
    return regions.wallet().signedIn("li");
  }

  @Test
  void ourWalletAnswersAndItSeesJustWhatItAskedFor() throws IOException {
    Person holder = holder();
    Carried carried = asks(query("wanted", "identity-card", "name"));
    assertThat(holder.get(carried.path()).words())
        .contains("静镇", "外地办事（虚构）", "居民身份证：姓名", "10 分，只能用一次");
    Answer given = Linked.decide(holder, carried, "agree");
    assertThat(given.words()).contains("已给出", "回到静镇");
    assertThat(given.body()).contains(regions.silent() + "/done?response_code=");
    JsonNode seen = told();
    assertThat(seen.at("/fits").asBoolean()).as(seen.toString()).isTrue();
    JsonNode claims = seen.at("/shown/wanted/0/claims");
    assertThat(claims.at("/name").asString()).isEqualTo("李敏");
    assertThat(claims.has("person-id") || claims.has("born") || claims.has("address")).isFalse();
  }

  @Test
  void ourWalletAnswersSeveralQueriesUnderTheNamesThatItGaveThem() throws IOException {
    Person holder = holder();
    Carried carried =
        asks(
            query("card_1", "identity-card", "name"),
            query("Register", "household-register", "name", "head"));
    assertThat(Linked.decide(holder, carried, "agree").words()).contains("已给出");
    JsonNode seen = told();
    assertThat(seen.at("/fits").asBoolean()).as(seen.toString()).isTrue();
    assertThat(seen.at("/shown/card_1/0/claims/name").asString()).isEqualTo("李敏");
    assertThat(seen.at("/shown/Register/0/claims/head").asString()).isEqualTo("李国富");
    assertThat(seen.at("/shown/Register/0/claims").has("household-number")).isFalse();
  }

  @Test
  void itIsToldThatTheHolderDeclined() throws IOException {
    Person holder = holder();
    Carried carried = asks(query("wanted", "identity-card", "name"));
    assertThat(Linked.decide(holder, carried, "decline").words()).contains("没有给出");
    assertThat(told().at("/error").asString()).isEqualTo("access_denied");
  }

  @Test
  void moreThanWasAgreedIsRefusedBeforeTheHolderIsAsked() throws IOException {
    Person holder = holder();
    Carried carried = asks(query("wanted", "identity-card", "name", "person-id"));
    Answer refused = holder.get(carried.path());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.words()).contains("超出了约定");
  }

  @SafeVarargs
  private static Carried asks(Map<String, Object>... queries) throws IOException {
    asker
        .outputWriter(StandardCharsets.UTF_8)
        .append(Letters.json(Map.of("credentials", List.of(queries))))
        .append('\n')
        .flush();
    JsonNode made = told();
    assertThat(made.has("link")).as(made.toString()).isTrue();
    Map<String, String> sent = new LinkedHashMap<>();
    for (String one : URI.create(made.at("/link").asString()).getQuery().split("&")) {
      sent.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    assertThat(sent).containsEntry("client_id", regions.silent());
    return new Carried("", sent.getOrDefault("client_id", ""), sent.getOrDefault("request", ""));
  }

  /** The next line that it writes. */
  private static JsonNode told() throws IOException {
    return JSON.readTree(says.readLine());
  }

  private static Map<String, Object> query(String id, String type, String... claims) {
    String vct = AuthorizationRequest.vct(regions.wallet().address(), type);
    return Map.of(
        "id",
        id,
        "format",
        "dc+sd-jwt",
        "meta",
        Map.of("vct_values", List.of(vct)),
        "claims",
        java.util.stream.Stream.of(claims).map(one -> Map.of("path", List.of(one))).toList());
  }
}
