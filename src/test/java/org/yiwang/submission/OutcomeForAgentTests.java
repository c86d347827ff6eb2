package org.yiwang.submission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
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
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.party.Mandates;
import org.yiwang.party.NewMandate;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/**
 * Tao, with a mandate for one matter, sees and prints what came out of what he sent, as long as the
 * mandate lasts, and each look names him; nothing else of the wallet opens to him.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class OutcomeForAgentTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final Pattern PDF = Pattern.compile("/wallet/[0-9a-f-]{36}/[^\"]+\\.pdf");

  @LocalServerPort private int port;
  @Autowired private SubmissionStore submissions;
  @Autowired private Mandates mandates;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private DistrictTime time;

  private UUID party(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  private Viewer viewer(String login) {
    return viewers.of(accounts.findByLogin(login).orElseThrow());
  }

  private UUID mandate(String principal) {
    LocalDate until = time.today().plusDays(30);
    var wanted = new NewMandate(party(principal), party("tao"), Set.of("room-key"), until);
    return requireNonNull(mandates.give(viewer(principal), wanted).id());
  }

  private Application sent(Applicant by, UUID party) {
    String draft = Applicant.found(DRAFT, by.person.get("/apply/room-key?for=" + party).body());
    by.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning"));
    by.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = by.person.form(draft + "/check", Map.of("confirm", "yes"));
    return new Application(
        Applicant.found(SENT, sent.body()), Applicant.found(NUMBER, sent.body()));
  }

  private String granted(Applicant by, Application of) {
    by.person.file(of.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    assertThat(new Applicant(port, "lin").does(of.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(of.number(), "grant", "").good()).isTrue();
    UUID id = UUID.fromString(of.href().substring("/applications/".length()));
    return "/wallet/" + requireNonNull(submissions.listParts(id).getFirst().credential());
  }

  @Test
  void whoeverSentItSeesAndPrintsItWhileTheMandateLastsAndIsNamed() {
    UUID mandate = mandate("mei");
    Applicant tao = new Applicant(port, "tao");
    Applicant mei = new Applicant(port, "mei");
    Application sent = sent(tao, party("mei"));
    String card = granted(tao, sent);
    assertThat(tao.person.get(sent.href()).body()).contains("href=\"" + card + "\"");

    Answer seen = tao.person.get(card);
    assertThat(seen.words()).contains("这是小梅的证照", "可以查看和打印").doesNotContain("谁看过");
    assertThat(seen.body()).doesNotContain(card + "/present");
    assertThat(tao.person.get(Applicant.found(PDF, seen.body())).status()).isIn(200, 503);
    assertThat(mei.person.get(card).body()).contains(card + "/present");

    assertThat(tao.person.get(card + "/present").status()).isEqualTo(404);
    assertThat(tao.person.form(card + "/present", Map.of()).status()).isEqualTo(404);
    assertThat(tao.person.get("/wallet?party=" + party("mei")).status()).isEqualTo(404);

    String who = "小涛（代办人，凭 " + time.today().getYear() + "年";
    assertThat(mei.person.get("/file/looks").words())
        .containsPattern(Pattern.quote(who) + "[^ ]+ 的授权）[^）]+代办查看一张证照")
        .containsPattern(Pattern.quote(who) + "[^ ]+ 的授权）[^）]+代办，查看申请");
    assertThat(mei.person.get(card).words()).contains(who);

    mandates.revoke(viewer("mei"), mandate);
    assertThat(tao.person.get(card).status()).isEqualTo(404);
    assertThat(mei.person.get(card).status()).isEqualTo(200);
  }

  @Test
  void whatThePrincipalSentThemselvesIsNotOpenedAndThePageSaysWhoOpensIt() {
    UUID mandate = mandate("cai");
    Applicant cai = new Applicant(port, "cai");
    Application own = sent(cai, party("cai"));
    String card = granted(cai, own);
    Applicant tao = new Applicant(port, "tao");
    Answer page = tao.person.get(own.href());
    assertThat(page.words()).contains("只有本人，或有全部事项授权的人能打开");
    assertThat(page.body()).doesNotContain(card);
    assertThat(tao.person.get(card).status()).isEqualTo(404);
    mandates.revoke(viewer("cai"), mandate);
  }
}
