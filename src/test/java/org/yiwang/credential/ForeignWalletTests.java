package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.credential.Linked.PAPER;
import static org.yiwang.credential.Linked.SECOND;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.credential.Linked.Carried;
import org.yiwang.identity.Vault;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody else's wallet (npm {@code @openid4vc/openid4vp}, {@code dcql} and {@code
 * @sd-jwt/sd-jwt-vc}) answers our request link: it checks our authorization request by our
 * published keys, finds what fits, presents just that, and posts it to us. It holds credentials and
 * key of a holder of the other region.
 */
@Tag("rfc9901")
class ForeignWalletTests {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static ForeignProgram wallet;
  private static Linked regions;

  private Person applicant;
  private Person holder;
  private String draft = "";

  @BeforeAll
  static void start() throws Exception {
    wallet = ForeignProgram.ready("openid4vp", "@openid4vc/openid4vp");
    regions = Linked.startWithTwoPapers(folder);
  }

  @AfterAll
  static void stop() {
    if (regions != null) {
      regions.close();
    }
  }

  @BeforeEach
  void aDraftIsBegun() {
    applicant = regions.asker().signedIn("keeper");
    holder = regions.wallet().signedIn("li");
    draft = Linked.draft(applicant);
  }

  @Test
  void itAnswersWithOneCredentialAndWhatItShowsIsTaken() throws Exception {
    Carried carried = regions.carried(applicant, draft);
    JsonNode done = answer(carried, carried);
    assertThat(done.at("/asked").toString()).isEqualTo("[\"wanted\"]");
    assertThat(done.at("/version").asInt()).isEqualTo(100);
    assertThat(back(done).words())
        .contains("已从外地证照取得：大区，居民身份证：李敏")
        .doesNotContain("999999197209200047");
  }

  @Test
  void itAnswersWithTwoCredentialsAtOnce() throws Exception {
    Carried carried = regions.carried(applicant, draft, PAPER + "," + SECOND);
    JsonNode done = answer(carried, carried);
    assertThat(done.at("/asked").toString()).isEqualTo("[\"wanted\",\"wanted-2\"]");
    assertThat(back(done).words()).contains("大区，居民身份证：李敏", "大区，居民户口簿：李敏");
  }

  @Test
  void itIsAnsweredOnce() throws Exception {
    Carried carried = regions.carried(applicant, draft);
    back(answer(carried, carried));
    JsonNode again = answer(carried, carried);
    assertThat(again.at("/status").asInt()).isEqualTo(422);
    assertThat(again.at("/told/type").asString()).endsWith("credential-request-answered");
  }

  @Test
  void itRefusesARequestOfOursThatWasAlteredOnItsWay() throws Exception {
    Carried carried = regions.carried(applicant, draft);
    String[] parts = carried.request().split("\\.");
    String other =
        new String(Letters.decode(parts[1]), StandardCharsets.UTF_8)
            .replace("\"name\"", "\"person-id\"");
    Carried altered = carried.with(parts[0] + "." + Letters.encode(other) + "." + parts[2]);
    assertThat(answer(altered, carried).has("refused")).isTrue();
    assertThat(answer(carried, carried).at("/status").asInt()).isEqualTo(200);
  }

  @Test
  void whatItAnswersToOneRequestIsNotTakenForAnother() throws Exception {
    Carried one = regions.carried(applicant, draft);
    Carried other = regions.carried(applicant, draft);
    Jws signed = Jws.parse(other.request());
    String kept = String.valueOf(signed.word("state"));
    Map<String, Object> said = new java.util.LinkedHashMap<>(Jws.parse(one.request()).payload());
    said.put("state", kept);
    SigningKey key = regions.asker().bean(IssuerKeys.class).current(CredentialType.Signature.ES256);
    Carried mixed = one.with(Jws.sign(key, AuthorizationRequest.TYPE, said, true));
    JsonNode done = answer(mixed, one);
    Answer told = back(done);
    assertThat(told.status()).isEqualTo(422);
    assertThat(told.words()).contains("不是答复这次调取的");
  }

  /**
   * What the wallet does with a link; what it holds is what another link would be answered with.
   */
  private JsonNode answer(Carried link, Carried held) throws Exception {
    List<CredentialStore.Row> rows =
        Linked.offered(holder, held).values().stream()
            .map(id -> regions.wallet().bean(CredentialStore.class).find(UUID.fromString(id)))
            .map(java.util.Optional::orElseThrow)
            .toList();
    Map<String, Object> holds =
        Map.of(
            "link",
            regions.wallet().address() + link.path(),
            "key",
            privateKey(rows.getFirst().holder()),
            "credentials",
            rows.stream().map(CredentialStore.Row::token).toList());
    return JSON.readTree(wallet.run(Letters.json(holds), "node", "wallet.mjs"));
  }

  /** The holder takes it along to another wallet. */
  private static Map<String, Object> privateKey(UUID party) {
    byte[] sealed = regions.wallet().bean(KeyStore.class).findHolderKey(party).orElseThrow();
    String open = regions.wallet().bean(Vault.class).open(sealed, HolderKeys.CONTEXT);
    return Letters.map(open.getBytes(StandardCharsets.UTF_8));
  }

  private Answer back(JsonNode done) {
    assertThat(done.at("/status").asInt()).as(done.toString()).isEqualTo(200);
    String link = done.at("/told/redirect_uri").asString();
    assertThat(link).startsWith(regions.asker().address());
    return applicant.get(link.substring(regions.asker().address().length()));
  }
}
