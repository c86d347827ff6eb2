package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Language;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.NewMandate;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;

/** Tao applies for Mei: only under a mandate, only while it stands, and everything is Mei's. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class ActingTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final String OVER = "没有授权，或授权已经结束";

  private static final Map<String, String> ASKS =
      Map.of("words", "替她问一句", "asked", "room-key@card-desk", "agree", "yes");

  @LocalServerPort private int port;
  @Autowired private LapsedHelp lapsed;
  @Autowired private Drafts drafts;
  @Autowired private SubmitDraft submitDraft;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Mandates mandates;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private Journal journal;
  @Autowired private AccessLog access;
  @Autowired private HelpFromAfar talks;
  @Autowired private HelpWithDraft helped;
  @Autowired private DistrictTime time;

  private Applicant mei;
  private Applicant tao;
  private UUID meisParty;

  @BeforeEach
  void bothSignIn() {
    mei = new Applicant(port, "mei");
    tao = new Applicant(port, "tao");
    meisParty = party("mei");
  }

  @AfterEach
  void noMandateStays() {
    mandates.list(viewer("mei")).stream()
        .filter(Mandate::open)
        .map(one -> Objects.requireNonNull(one.id()))
        .forEach(id -> mandates.revoke(viewer("mei"), id));
  }

  private UUID party(String login) {
    Account account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  private Viewer viewer(String login) {
    return viewers.of(accounts.findByLogin(login).orElseThrow());
  }

  private UUID given(Set<String> matters) {
    LocalDate until = time.today().plusDays(30);
    Mandate mandate =
        mandates.give(viewer("mei"), new NewMandate(meisParty, party("tao"), matters, until));
    return Objects.requireNonNull(mandate.id());
  }

  private String begun() {
    Answer page = tao.person.get("/apply/room-key?for=" + meisParty);
    assertThat(page.words()).contains("为 小梅 办（依据授权");
    String draft = Applicant.found(DRAFT, page.body());
    tao.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning"));
    tao.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    return draft;
  }

  @Test
  void nobodyAppliesForSomebodyElseWithoutAMandateOrOutsideIt() {
    Answer refused = tao.person.get("/apply/room-key?for=" + meisParty);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.words()).contains(OVER).contains("重新授权给您");
    UUID other = given(Set.of("library-card"));
    assertThat(tao.person.get("/apply/room-key?for=" + meisParty).status()).isEqualTo(403);
    mandates.revoke(viewer("mei"), other);
  }

  @Test
  void whatIsSentIsThePrincipalsAndBothSeeByWhom() {
    UUID mandate = given(Set.of("room-key"));
    assertThat(tao.person.get("/apply/room-key").words()).contains("为谁办？").contains("小梅");
    Answer sent = tao.person.form(begun() + "/check", Map.of("confirm", "yes"));
    String application = Applicant.found(SENT, sent.body());
    String number = Applicant.found(NUMBER, sent.body());
    for (Applicant either : List.of(tao, mei)) {
      assertThat(either.person.get(application).words()).contains("小涛 依据授权为 小梅 代办");
      assertThat(either.person.get("/applications").body()).contains(application);
    }
    assertThat(new Applicant(port, "ada").person.get(application).status()).isEqualTo(404);
    tao.acts(application, application + "/" + number, Map.of("action", "withdraw"));
    String subject = "submission:" + application.substring("/applications/".length());
    List<Entry> acts = journal.list(subject).stream().filter(e -> e.fact("under") != null).toList();
    assertThat(acts)
        .extracting(Entry::kind)
        .contains("submission.submitted", "submission.acted-for");
    assertThat(acts)
        .allMatch(e -> ("mandate:" + mandate).equals(e.fact("under")))
        .allMatch(e -> ("party:" + meisParty).equals(e.fact("for")));
    mandates.revoke(viewer("mei"), mandate);
  }

  /** Whoever takes a mandate back while something is being sent is not overtaken by it. */
  @Test
  void nothingIsSentUnderAMandateThatEndsMeanwhile() {
    UUID mandate = given(Set.of("room-key"));
    String draft = begun();
    List<String> before = sent();
    var open = drafts.get(UUID.fromString(draft.substring("/drafts/".length())), viewer("tao"));
    var sending = new TransactionTemplate(transactions);
    assertThatThrownBy(
            () ->
                sending.execute(
                    state -> {
                      UUID sent = submitDraft.submit(open, viewer("tao"), Language.ZH);
                      CompletableFuture.runAsync(() -> mandates.revoke(viewer("mei"), mandate))
                          .join();
                      return sent;
                    }))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refusals().getFirst().code()).isEqualTo("acting-not-allowed"));
    assertThat(sent()).isEqualTo(before);
  }

  /** What stands among hers. */
  private List<String> sent() {
    return SENT.matcher(mei.person.get("/applications").body())
        .results()
        .map(found -> found.group())
        .toList();
  }

  @Test
  void readingWhatWasWrittenForHerIsALookThatSheSees() {
    UUID mandate = given(Set.of("room-key"));
    String draft = begun();
    tao.person.form(draft + "/help", ASKS);
    Answer sent = tao.person.form(draft + "/check", Map.of("confirm", "yes"));
    UUID id =
        UUID.fromString(Applicant.found(SENT, sent.body()).substring("/applications/".length()));
    String number = Applicant.found(NUMBER, sent.body());
    int before = access.listLooks("submission:" + id).size();
    Instant later = time.instant().plus(Duration.ofMinutes(16));
    time.at(later, () -> talks.ofApplicant(id, number, viewer("tao")));
    assertThat(access.listLooks("submission:" + id)).hasSize(before + 1);
    Instant muchLater = later.plus(Duration.ofMinutes(16));
    assertThat(time.at(muchLater, () -> helped.ofSent(id, viewer("tao")))).hasSize(1);
    assertThat(access.listLooks("submission:" + id))
        .hasSize(before + 2)
        .last()
        .matches(look -> look.concerns().equals("party:" + meisParty));
    time.at(muchLater, () -> talks.ofApplicant(id, number, viewer("mei")));
    assertThat(access.listLooks("submission:" + id)).as("her own").hasSize(before + 2);
    mandates.revoke(viewer("mei"), mandate);
  }

  @Test
  void whoActsForHerIsNamedBesideTheMandateAndAnOfficerIsNot() {
    UUID mandate = given(Set.of("room-key"));
    Answer sent = tao.person.form(begun() + "/check", Map.of("confirm", "yes"));
    tao.person.get(Applicant.found(SENT, sent.body()));
    new Applicant(port, "lin").person.get("/cases/" + Applicant.found(NUMBER, sent.body()));
    String named = "小涛（代办人，凭 \\d{4}年\\d{1,2}月\\d{1,2}日 的授权）[^）]+";
    assertThat(mei.person.get("/file/looks").words().replaceAll("\\s+", " "))
        .containsPattern(named + "代办，查看申请")
        .containsPattern(named + "代办填写")
        .contains("办证台 · 馆员")
        .doesNotContain("林老师");
    assertThat(mei.person.page("/file/looks", "en").words()).contains("Tao, under the mandate of");
    mandates.revoke(viewer("mei"), mandate);
  }

  @Test
  void aLookThatConcernsBothIsOneLineOfTheCaseAndStandsOnTheirPagesEach() {
    UUID mandate = given(Set.of("room-key"));
    Answer sent = tao.person.form(begun() + "/check", Map.of("confirm", "yes"));
    String number = Applicant.found(NUMBER, sent.body());
    Applicant lin = new Applicant(port, "lin");
    lin.person.get("/cases/" + number);
    assertThat(lookLines(lin, number)).isEqualTo(1);
    assertThat(lookLines(lin, number)).as("opened again").isEqualTo(2);
    assertThat(access.listLooks("case:" + number))
        .hasSize(6)
        .extracting(AccessLog.Look::concerns)
        .containsOnly("party:" + meisParty, "party:" + party("tao"));
    for (Applicant either : List.of(mei, tao)) {
      String looks = either.person.get("/file/looks").words();
      assertThat(looks.split("办理 " + number, -1)).hasSize(1 + 3);
    }
    mandates.revoke(viewer("mei"), mandate);
  }

  private static int lookLines(Applicant officer, String number) {
    return officer.person.get("/cases/" + number).words().split("查阅个人信息：", -1).length - 1;
  }

  @Test
  void endingTheMandateEndsWhatTheOfficeSeesOfTheAgentsDraft() {
    UUID mandate = given(Set.of("room-key"));
    String draft = begun();
    tao.person.form(draft + "/help", ASKS);
    tao.person.form(draft + "/help/messages", Map.of("words", "再替她问"));
    Applicant lin = new Applicant(port, "lin");
    String help =
        Applicant.found(Pattern.compile("/help/[0-9a-f-]{36}"), lin.person.get("/help").body());
    assertThat(lin.person.get(help).words()).contains("替她问一句").contains("河边路 3 号");
    mandates.revoke(viewer("mei"), mandate);
    Answer over = lin.person.get(help);
    assertThat(over.status()).isEqualTo(403);
    assertThat(over.words()).doesNotContain("替她问一句").doesNotContain("河边路");
    assertThat(lin.person.get("/help").body()).doesNotContain(help);
    assertThat(lin.person.form(help, Map.of("words", "迟了")).status()).isEqualTo(403);
    List<Entry> entries = journal.list("help:" + help.substring("/help/".length()));
    assertThat(entries)
        .filteredOn(entry -> Set.of("help.asked", "help.message").contains(entry.kind()))
        .hasSize(2)
        .allMatch(entry -> ("mandate:" + mandate).equals(entry.fact("under")));
    Entry ended = entries.getLast();
    assertThat(ended.kind()).isEqualTo("help.ended");
    assertThat(ended.fact("why")).isEqualTo("MANDATE_OVER");
    assertThat(ended.actor().account()).as("the program did").isNull();
    given(Set.of("room-key"));
    assertThat(lin.person.get(help).status()).as("not brought back").isEqualTo(403);
    assertThat(tao.person.get(draft + "/help").words()).contains("帮办已结束").contains("替她问一句");
  }

  @Test
  void theClockEndsHelpOfAMandateThatIsOverThoughNobodyLooks() {
    UUID mandate = given(Set.of("room-key"));
    String draft = begun();
    tao.person.form(draft + "/help", ASKS);
    assertThat(lapsed.end()).as("it stands").isZero();
    mandates.revoke(viewer("mei"), mandate);
    assertThat(lapsed.end()).isEqualTo(1);
    given(Set.of("room-key"));
    assertThat(tao.person.get(draft + "/help").words()).contains("帮办已结束");
    tao.person.form(draft + "/help", ASKS);
    tao.person.form(draft + "/help/end", Map.of());
    assertThat(lapsed.end()).isZero();
  }

  @Test
  void endingTheMandateStopsTheAgentAtOnceAndThePrincipalGoesOn() {
    UUID mandate = given(Set.of("room-key"));
    Answer sent = tao.person.form(begun() + "/check", Map.of("confirm", "yes"));
    String application = Applicant.found(SENT, sent.body());
    String number = Applicant.found(NUMBER, sent.body());
    String draft = begun();
    mandates.revoke(viewer("mei"), mandate);

    Map<String, String> withdraw = new HashMap<>(Map.of("action", "withdraw", "version", "1"));
    for (Answer stopped :
        List.of(
            tao.person.get(draft),
            tao.person.get(draft + "/evidence"),
            tao.person.form(draft + "/parts/reader", Map.of("reader_name", "小梅")),
            tao.person.form(draft + "/check", Map.of("confirm", "yes")),
            tao.person.get(application),
            tao.person.form(application + "/" + number, withdraw),
            tao.person.file(application + "/papers/deposit", "file-deposit", Applicant.PNG))) {
      assertThat(stopped.status()).as(stopped.path()).isEqualTo(403);
      assertThat(stopped.words()).contains(OVER);
    }
    assertThat(tao.person.get("/applications").body()).doesNotContain(application, draft);
    assertThat(mei.person.get(draft).status()).as("a draft is its writer's").isEqualTo(404);
    Answer gone = mei.acts(application, application + "/" + number, Map.of("action", "withdraw"));
    assertThat(gone.words()).contains("已撤回");
  }

  @Test
  void theListIsForWhomIsChosenAndSomethingNewIsBegunForThem() {
    assertThat(tao.person.get("/applications").body()).doesNotContain("?for=");
    UUID mandate = given(Set.of("room-key"));
    Answer sent = tao.person.form(begun() + "/check", Map.of("confirm", "yes"));
    String application = Applicant.found(SENT, sent.body());
    String forMei = "/applications?for=" + meisParty;
    assertThat(tao.person.get("/applications").body()).contains(forMei).contains(application);
    Answer hers = tao.person.get(forMei);
    assertThat(hers.body()).contains(application).contains("value=\"matter:room-key\"");
    assertThat(hers.body()).as("not covered").doesNotContain("matter:renew-card");
    assertThat(tao.person.get("/applications?for=" + party("tao")).body())
        .doesNotContain(application);
    Answer begun = tao.person.get("/applications/new?target=matter:room-key&for=" + meisParty);
    assertThat(begun.words()).contains("为 小梅 办（依据授权");
    mandates.revoke(viewer("mei"), mandate);
  }

  @Test
  void aWalletOpensWithAMandateForAllMattersOnly() {
    UUID some = given(Set.of("room-key"));
    assertThat(tao.person.get("/wallet?party=" + meisParty).status()).isEqualTo(404);
    mandates.revoke(viewer("mei"), some);
    UUID all = given(Set.of());
    assertThat(tao.person.get("/wallet").body()).contains("/wallet?party=" + meisParty);
    assertThat(tao.person.get("/wallet?party=" + meisParty).words()).contains("借书证");
    assertThat(mei.person.get("/file/looks").words()).contains("代办查看证照");
    mandates.revoke(viewer("mei"), all);
    assertThat(tao.person.get("/wallet?party=" + meisParty).status()).isEqualTo(404);
  }
}
