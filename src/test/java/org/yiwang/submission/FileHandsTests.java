package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.FileSteps.asked;
import static org.yiwang.submission.FileSteps.kept;
import static org.yiwang.submission.FileSteps.photo;
import static org.yiwang.submission.FileSteps.right;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.NewMandate;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;
import org.yiwang.submission.CodeSteps.Holder;

/**
 * Whoever goes on with an application gives its photo again: by case code, at the counter, under a
 * mandate; and where an officer asks for that one answer, or the applicant puts it right unasked.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=500"
    })
class FileHandsTests {
  private static final Pattern MEND =
      Pattern.compile("/(follow|applications)/[0-9a-f-]{36}/LC-\\d{8}-\\d{5}/mend/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private SubmissionStore store;
  @Autowired private PaperStore papers;
  @Autowired private Mandates mandates;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private DistrictTime time;
  private Applicant lin;
  private FileSteps steps;

  @BeforeEach
  void linSignsIn() {
    lin = new Applicant(port, "lin");
    steps = new FileSteps(store);
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    new CounterSteps(program).nobodyStaysAtTheCounter();
  }

  private UUID onlyFile(String number) {
    assertThat(steps.files(number)).hasSize(1);
    return steps.files(number).getFirst();
  }

  private String uploaderOf(String number) {
    return papers.find(onlyFile(number)).orElseThrow().account();
  }

  @Test
  void byCaseCode() {
    CodeSteps codes = new CodeSteps(port, lin, store);
    Holder mine = codes.holder(CounterSteps.takenIn(lin, "M-00795001"));
    Holder other = codes.holder(CounterSteps.takenIn(lin, "M-00795002"));
    asked(lin, mine.number());
    asked(lin, other.number());
    assertThat(mine.person().get(mine.supplement()).words()).contains(FileSteps.REASON);
    assertThat(mine.supplies(right(), Map.of()).status()).as("no file").isEqualTo(422);
    String theirs = kept(other.supplies(right("post_address", ""), photo())).toString();
    Answer foreign = mine.supplies(right("door_photo-kept", theirs), Map.of());
    assertThat(foreign.status()).as("the upload of another").isEqualTo(422);
    assertThat(foreign.body()).doesNotContain(theirs);
    String own = kept(mine.supplies(right("post_address", ""), photo())).toString();
    Answer done = mine.supplies(right("door_photo-kept", own), Map.of());
    assertThat(done.path()).as(done.words()).isEqualTo(mine.page());
    assertThat(onlyFile(mine.number())).hasToString(own);
    assertThat(uploaderOf(mine.number())).startsWith("code:");
    assertThat(steps.files(other.number())).isEmpty();
    String paper = "/cases/" + mine.number() + "/papers/" + own;
    assertThat(lin.person.get(paper).status()).isEqualTo(200);
  }

  @Test
  void atTheCounterAgain() {
    String number = CounterSteps.takenIn(lin, "M-00795003");
    new CounterSteps(program).nobodyStaysAtTheCounter();
    asked(lin, number);
    Answer opened = CounterSteps.opened(lin, number, "M-00795003");
    String application = "/applications/" + store.findByCase(number).orElseThrow().id();
    assertThat(opened.good()).as(opened.words()).isTrue();
    String page = application + "/" + number + "/supplement";
    String fresh = kept(lin.person.form(page, right("post_address", ""), photo())).toString();
    assertThat(papers.findLoose(UUID.fromString(fresh), new Papers.By(account("lin"), null)))
        .as("of that visit, not of the officer")
        .isEmpty();
    lin.person.form(page, right("door_photo-kept", fresh));
    assertThat(onlyFile(number)).hasToString(fresh);
  }

  @Test
  void underAMandateWhileItStands() {
    Applicant tao = new Applicant(port, "tao");
    UUID mei = party("mei");
    Mandate given =
        mandates.give(
            viewer("mei"),
            new NewMandate(mei, party("tao"), Set.of("room-key"), time.today().plusDays(30)));
    Application sent = FileSteps.sent(tao, "/apply/room-key?for=" + mei);
    asked(lin, sent.number());
    String page = sent.href() + "/" + sent.number() + "/supplement";
    UUID old = onlyFile(sent.number());
    String fresh = kept(tao.person.form(page, right("post_address", ""), photo())).toString();
    Applicant herself = new Applicant(port, "mei");
    Map<String, String> named = right("door_photo-kept", fresh);
    Answer hers = herself.person.form(page, named);
    assertThat(hers.status()).as("nothing new: what he uploaded is not hers").isEqualTo(422);
    assertThat(hers.body()).contains(old.toString()).doesNotContain(fresh);
    mandates.revoke(viewer("mei"), Objects.requireNonNull(given.id()));
    assertThat(tao.person.form(page, named).good()).as("over").isFalse();
    assertThat(onlyFile(sent.number())).isEqualTo(old);
    herself.person.form(page, right("door_photo-remove", old.toString()), photo());
    assertThat(uploaderOf(sent.number())).isEqualTo(account("mei"));
  }

  @Test
  void anOfficerAsksForThatOneAnswer() {
    CodeSteps codes = new CodeSteps(port, lin, store);
    Holder holder = codes.holder(CounterSteps.takenIn(lin, "M-00795004", "13800950004"));
    lin.person.form(
        "/cases/" + holder.number() + "/messages",
        Map.of("words", "请拍一张钥匙孔", "question", "door_photo"));
    String mend = Applicant.found(MEND, holder.seen().body());
    Answer page = holder.person().get(mend);
    assertThat(page.body()).contains("enctype=\"multipart/form-data\"");
    Map<String, String> typed = Map.of("case-version", FileSteps.version(holder.person(), mend));
    assertThat(holder.person().form(mend, typed).status()).as("nothing changed").isEqualTo(422);
    Answer wrong = holder.person().form(mend, typed, Map.of("door_photo", Applicant.PNG));
    assertThat(wrong.words()).contains("打不开，或者太大");
    Answer done = holder.person().form(mend, typed, photo());
    assertThat(done.path()).as(done.words()).isEqualTo(holder.page());
    assertThat(lin.person.get("/cases/" + holder.number()).words())
        .contains("更正：钥匙孔的照片")
        .contains("钥匙孔的照片：photo.");
  }

  @Test
  void theApplicantPutsItRightUnasked() {
    Applicant mei = new Applicant(port, "mei");
    Application sent = FileSteps.sent(mei, "/apply/room-key");
    String page = sent.href() + "/" + sent.number() + "/correct";
    UUID old = onlyFile(sent.number());
    Map<String, String> typed =
        right(
            "reader_name",
            "小梅",
            "hours",
            "morning",
            "door_photo-remove",
            old.toString(),
            "case-version",
            FileSteps.version(mei.person, page));
    Answer why = mei.person.form(page, typed, photo());
    assertThat(why.status()).as("no reason").isEqualTo(422);
    typed.put("door_photo-kept", kept(why).toString());
    typed.put("why-corrected", "拍糊了");
    assertThat(mei.person.form(page, typed).path()).isEqualTo(sent.href());
    assertThat(onlyFile(sent.number())).isEqualTo(kept(why));
    assertThat(lin.person.get("/cases/" + sent.number()).words())
        .contains("更正：钥匙孔的照片")
        .contains("申请人说明：拍糊了")
        .contains("钥匙孔的照片（换下的）：photo.");
    assertThat(lin.person.get("/cases/" + sent.number() + "/papers/" + old).status())
        .isEqualTo(200);
  }

  private UUID party(String login) {
    var account = accounts.findByLogin(login).orElseThrow();
    return parties.ofAccount(account.id().toString(), account.name().zh());
  }

  private String account(String login) {
    return accounts.findByLogin(login).orElseThrow().id().toString();
  }

  private Viewer viewer(String login) {
    return viewers.of(accounts.findByLogin(login).orElseThrow());
  }
}
