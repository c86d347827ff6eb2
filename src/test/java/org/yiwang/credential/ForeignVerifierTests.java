package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's verifier (npm {@code @sd-jwt/sd-jwt-vc}) checks our credentials by our keys. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
@Tag("rfc9901")
class ForeignVerifierTests {
  private static final JsonMapper JSON = new JsonMapper();

  private static ForeignProgram verifier;

  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private OwnAddress address;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeAll
  static void prepare() throws Exception {
    verifier = ForeignProgram.ready("sd-jwt", "@sd-jwt/sd-jwt-vc");
  }

  @Test
  void aForeignVerifierSeesWhatWasDisclosedAndThatItWasRevoked() throws Exception {
    UUID holder = parties.ofAccount("foreign-verifier", "小梅");
    Credential card =
        Objects.requireNonNull(
            new TransactionTemplate(transactions)
                .execute(
                    state ->
                        credentials.issue(
                            new NewCredential(
                                "library-card",
                                holder,
                                Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"),
                                null,
                                "LC-1",
                                Actor.SYSTEM))));
    Presentation once =
        credentials.present(
            new PresentRequest(
                card.id(),
                Set.of("reader"),
                "test",
                "https://verifier.example",
                Duration.ofHours(1),
                Actor.SYSTEM));

    JsonNode seen = verify(once.token(), once.id().toString());
    assertThat(seen.at("/payload/reader").asString()).isEqualTo("小梅");
    assertThat(seen.at("/payload/level").asString()).isEqualTo("1");
    assertThat(seen.at("/payload").has("born")).isFalse();
    assertThat(seen.at("/kb/aud").asString()).isEqualTo("https://verifier.example");
    assertThat(verify(once.token(), "another nonce").has("refused")).isTrue();

    String whole = store.find(card.id()).orElseThrow().token();
    assertThat(verify(whole, "").at("/payload/born").asString()).isEqualTo("2001-05-06");
    credentials.revoke(card.id(), Text.same("test"), Actor.SYSTEM);
    assertThat(verify(whole, "").at("/refused").asString()).containsIgnoringCase("status");
  }

  private JsonNode verify(String token, String nonce) throws Exception {
    return JSON.readTree(verifier.run("", "node", "verify.mjs", address.now(), token, nonce));
  }
}
