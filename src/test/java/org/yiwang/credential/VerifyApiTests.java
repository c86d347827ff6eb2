package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.credential.VerifyApi.BARE;
import static org.yiwang.credential.VerifyApi.WITH_CLAIMS;
import static org.yiwang.credential.VerifyApi.names;
import static org.yiwang.credential.VerifyApi.told;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.credential.ShowCard.Way;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.story.Person.Answer;
import tools.jackson.databind.JsonNode;

/** What {@code POST /api/verify} answers: the fields of the JSON, and each finding by its own. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class VerifyApiTests {
  private static final Set<String> DATED =
      Set.of("issuer", "issuer-name", "type", "name", "number", "unit", "issued", "expires");
  private static final Set<String> SHARED =
      Set.of(
          "issuer",
          "issuer-name",
          "type",
          "name",
          "unit",
          "issued",
          "expires",
          "recipient",
          "purpose");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private PaperFont font;
  @Autowired private OwnAddress address;

  private VerifyApi api;
  private CardToVerify card;
  private ShowCard show;

  @BeforeEach
  void aCardIsIssued() {
    api = new VerifyApi(port);
    card = CardToVerify.issued(program);
    show = new ShowCard(font, card);
  }

  @Test
  void aGenuineTokenIsToldWithAllThatItSays() {
    JsonNode told = told(api.ask(card.token()), Finding.GENUINE, WITH_CLAIMS);
    JsonNode credential = told.path("credential");
    assertThat(names(credential)).isEqualTo(DATED);
    assertThat(credential.path("issuer").asString()).isEqualTo(address.now());
    assertThat(credential.path("type").asString()).isEqualTo("library-card");
    assertThat(credential.at("/name/zh").asString()).isEqualTo("借书证");
    assertThat(credential.at("/name/en").asString()).isEqualTo("Library card");
    assertThat(credential.path("number").asString()).isEqualTo(card.card().number());
    assertThat(names(credential.path("unit"))).containsExactly("en", "zh");
    assertThat(names(credential.path("issuer-name"))).containsExactly("en", "zh");
    Instant issued = Instant.parse(credential.path("issued").asString());
    assertThat(Instant.parse(credential.path("expires").asString())).isAfter(issued);
    assertThat(names(told.path("claims"))).containsExactly("born", "level", "reader");
    assertThat(told.at("/claims/reader").asString()).isEqualTo("小梅");
    assertThat(told.at("/claims/born").asString()).isEqualTo("2001-05-06");
    assertThat(told.at("/claims/level").asString()).isEqualTo("1");
  }

  @Test
  void everyWayOfShowingTellsTheSameFindingsApart() throws IOException {
    for (Way way : Way.values()) {
      Case told = new Case(way);
      told.is("genuine", card.token(), Finding.GENUINE);
      told.is("expired", card.expired(), Finding.EXPIRED);
      told.is("of a stranger", card.stranger().honest().compact(), Finding.UNKNOWN_ISSUER);
      told.is("signed by another key", card.byAnother(), way.paper(Finding.UNKNOWN_KEY));
    }
    card.credentials().revoke(card.card().id(), Text.same("test"), Actor.SYSTEM);
    for (Way way : Way.values()) {
      new Case(way).is("revoked", card.token(), Finding.REVOKED);
    }
  }

  @Test
  void whatWasChangedIsToldByWhatWasChanged() throws IOException {
    told(api.ask(card.longer()), Finding.TAMPERED, BARE);
    told(
        api.ask(CardToVerify.changed(card.token(), card.token().indexOf('~') - 40)),
        Finding.TAMPERED,
        BARE);
    told(api.ask(card.otherSalt()), Finding.NOT_MATCHING, BARE);
    told(
        api.ask(card.token().substring(0, card.token().indexOf('.') + 60)),
        Finding.UNREADABLE,
        BARE);
    told(api.send(ShowCard.picture(card.longer())), Finding.TAMPERED, BARE);
    for (Way way : List.of(Way.PDF, Way.OFD)) {
      byte[] file = show.shown(way, card.token());
      file[file.length / 3] ^= 1;
      told(api.send(file), Finding.NOT_MATCHING, BARE);
    }
  }

  @Test
  void aSharedCodeTellsItsRecipientAndIsUsedOnce() throws IOException {
    Presentation once = card.present();
    for (String way :
        List.of(once.code(), address.now() + "/verify/" + once.code(), once.token())) {
      shared(api.ask(way));
    }
    shared(api.send(ShowCard.picture(address.now() + "/verify/" + once.code())));

    told(api.ask(once.code(), "别家"), Finding.WRONG_RECIPIENT, BARE);
    told(api.ask(card.token(), "隔壁书店"), Finding.HOLDER_NOT_PROVEN, BARE);
    JsonNode used = told(api.ask(once.code(), "隔壁书店"), Finding.GENUINE, WITH_CLAIMS);
    assertThat(names(used.path("claims"))).containsExactly("level", "reader");
    assertThat(used.at("/credential/purpose").asString()).isEqualTo("会员折扣");
    told(api.ask(once.code(), "隔壁书店"), Finding.ALREADY_USED, BARE);
    told(api.ask(once.code()), Finding.ALREADY_USED, BARE);
  }

  private static void shared(Answer answer) {
    JsonNode told = told(answer, Finding.FOR_RECIPIENT, WITH_CLAIMS);
    assertThat(names(told.path("credential"))).isEqualTo(SHARED);
    assertThat(told.at("/credential/recipient").asString()).isEqualTo("隔壁书店");
    assertThat(told.path("claims").isEmpty()).isTrue();
    assertThat(answer.body()).doesNotContain("小梅");
  }

  private final class Case {
    private final Way way;

    Case(Way way) {
      this.way = way;
    }

    void is(String what, String shown, Finding finding) throws IOException {
      Answer answer = way == Way.TEXT ? api.ask(shown) : api.send(show.shown(way, shown));
      assertThat(answer.json().path("finding").asString())
          .as(what + " as " + way)
          .isEqualTo(finding.code());
      told(answer, finding, finding.authentic() ? WITH_CLAIMS : BARE);
    }
  }
}
