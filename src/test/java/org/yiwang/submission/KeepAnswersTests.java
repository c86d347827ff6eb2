package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewers;
import org.yiwang.party.Fact;
import org.yiwang.party.Mandates;
import org.yiwang.party.NewMandate;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;

/** Answers are kept for the next time only if the holder ticks that, with source and date. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class KeepAnswersTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private Mandates mandates;
  @Autowired private DistrictTime time;

  private Optional<Fact> kept(String login) {
    String account = accounts.findByLogin(login).orElseThrow().id().toString();
    return parties.findOfAccount(account).stream()
        .flatMap(party -> parties.facts(party).stream())
        .filter(fact -> fact.kind().equals("post-address"))
        .findFirst();
  }

  private static Answer checked(Applicant who) {
    return who.started(Applicant.ALL_LATER_OR_PROMISED);
  }

  private static void send(Applicant who, Answer check, boolean keep) {
    Map<String, String> form = new HashMap<>(Map.of("confirm", "yes"));
    if (keep) {
      form.put("keep-answers", "yes");
    }
    String draft = Applicant.found(DRAFT, check.body());
    assertThat(who.person.form(draft + "/check", form).words()).contains("已提交");
  }

  @Test
  void keptIfTickedAndFilledInNextTimeWithItsSource() {
    Applicant bo = new Applicant(port, "bo");
    Answer first = checked(bo);
    assertThat(first.words()).contains("下次不用再填：收信地址");
    send(bo, first, false);
    assertThat(kept("bo")).as("not ticked").isEmpty();
    send(bo, checked(bo), true);
    Fact fact = kept("bo").orElseThrow();
    assertThat(fact.value()).isEqualTo("河边路 3 号");
    assertThat(fact.confidence()).isEqualTo(Fact.Confidence.STATED);
    assertThat(fact.source().kind()).isEqualTo(Fact.Source.Kind.ACCOUNT);
    assertThat(bo.person.get("/file").words()).contains("收信地址").contains("本人填写");

    Answer next = bo.person.get("/apply/room-key");
    String draft = Applicant.found(DRAFT, next.body());
    Answer page = bo.person.get(draft + "/parts/reader");
    assertThat(page.body()).contains("value=\"河边路 3 号\"");
    assertThat(page.words()).contains("已从档案填入，请核对");
    assertThat(checked(bo).words()).as("nothing new to keep").doesNotContain("下次不用再填");
    bo.person.form(draft + "/drop", Map.of());
  }

  /** A daughter's address is not her mother's, and the mother has not agreed to its being kept. */
  @Test
  void whoeverFillsInForAnotherFillsNobodysFile() {
    Account mei = accounts.findByLogin("mei").orElseThrow();
    Account tao = accounts.findByLogin("tao").orElseThrow();
    UUID party = parties.ofAccount(mei.id().toString(), mei.name().zh());
    UUID agents = parties.ofAccount(tao.id().toString(), tao.name().zh());
    var mandate = new NewMandate(party, agents, Set.of("room-key"), time.today().plusDays(30));
    UUID given = Objects.requireNonNull(mandates.give(viewers.of(mei), mandate).id());
    Applicant agent = new Applicant(port, "tao");
    String draft = Applicant.found(DRAFT, agent.person.get("/apply/room-key?for=" + party).body());
    agent.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 9 号", "hours", "morning"));
    Answer check = agent.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    assertThat(check.words()).contains("河边路 9 号").doesNotContain("下次不用再填");
    send(agent, check, true);
    assertThat(kept("tao")).isEmpty();
    assertThat(kept("mei")).isEmpty();
    mandates.revoke(viewers.of(mei), given);
  }
}
