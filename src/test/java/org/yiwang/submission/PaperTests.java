package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/**
 * Uploads with their limits, papers that an officer has compared with the original, answers put
 * right, the way by post, withdrawing and objecting: each from the applicant's own page.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=6",
      "yiwang.papers.megabytes-a-day=9",
      "yiwang.papers.files=8"
    })
class PaperTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern KEPT = Pattern.compile("name=\"kept-deposit\" value=\"[^\"]+");
  private static final Pattern PAPER = Pattern.compile("/papers/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  @Autowired private PaperStore papers;
  @Autowired private ForgottenPapers forgotten;
  @Autowired private SubmissionStore submissions;
  @Autowired private DistrictTime time;

  private Answer uploaded(Applicant applicant, byte[] file) {
    String draft =
        Applicant.found(DRAFT, applicant.started(Applicant.ALL_LATER_OR_PROMISED).body());
    return applicant.person.file(draft + "/evidence", "file-deposit", file);
  }

  private static byte[] png(int bytes) {
    return Arrays.copyOf(Applicant.PNG, bytes);
  }

  @Test
  void anAccountUploadsSoManyFilesAndMegabytesADay() {
    Applicant keeper = new Applicant(port, "keeper");
    for (int i = 0; i < 6; i++) {
      assertThat(uploaded(keeper, Applicant.PNG).words()).contains("核对并提交");
    }
    Answer seventh = uploaded(keeper, Applicant.PNG);
    assertThat(seventh.status()).isEqualTo(422);
    assertThat(seventh.words()).contains("今天上传的文件已到上限（6 个").contains("明天接着传");

    Applicant mei = new Applicant(port, "mei");
    assertThat(uploaded(mei, png(5 << 20)).words()).contains("核对并提交");
    assertThat(uploaded(mei, png(5 << 20)).words()).contains("或 9 MB");
    assertThat(uploaded(mei, png(1 << 20)).words()).contains("核对并提交");
    assertThat(uploaded(mei, "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)).words())
        .contains("不是 PDF、JPG 或 PNG");
  }

  @Test
  void filesOfDroppedDraftsGoAndPapersOfApplicationsStay() {
    Applicant lin = new Applicant(port, "lin");
    String body = uploaded(lin, Applicant.PNG).body();
    String draft = Applicant.found(DRAFT, body);
    uploaded(lin, Applicant.PNG); // takes the place of the first
    var sent = lin.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(sent.words()).contains("已提交");
    UUID application =
        UUID.fromString(
            Applicant.found(Pattern.compile("/applications/[0-9a-f-]{36}"), sent.body())
                .substring("/applications/".length()));
    UUID kept = supply(application, "deposit");
    lin.person.form(
        Applicant.found(DRAFT, uploaded(lin, Applicant.PNG).body()) + "/drop", Map.of());

    String account = submissions.find(application).orElseThrow().account();
    assertThat(time.at(time.instant().plus(Duration.ofHours(30)), () -> forgotten.drop()))
        .as("too early")
        .isZero();
    time.at(time.instant().plus(Duration.ofHours(50)), () -> forgotten.drop());
    assertThat(papers.find(kept)).isPresent();
    assertThat(papers.listAccountsWithLoose(time.instant().plus(Duration.ofDays(9))))
        .doesNotContain(account);
  }

  private UUID supply(UUID application, String evidence) {
    var supply = submissions.find(application).orElseThrow().filled().supplies().get(evidence);
    return java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(supply).id());
  }

  @Test
  void aPaperComparedWithTheOriginalIsFetchedTheNextTime() {
    Applicant ada = new Applicant(port, "ada");
    String draft = Applicant.found(DRAFT, uploaded(ada, Applicant.PNG).body());
    var sent = ada.person.form(draft + "/check", Map.of("confirm", "yes"));
    String number = Applicant.found(Pattern.compile("LC-\\d{8}-\\d{5}"), sent.body());

    Applicant lin = new Applicant(port, "lin");
    Answer sheet = lin.person.get("/cases/" + number);
    assertThat(sheet.words()).contains("已与原件核对，存入证照：押金收据");
    String paper = "/cases/" + number + Applicant.found(PAPER, sheet.body());
    assertThat(lin.person.form(paper + "/keep", Map.of()).words()).contains("还没有确认看过原件");
    assertThat(lin.person.form(paper + "/keep", Map.of("seen", "yes")).good()).isTrue();
    assertThat(lin.person.form(paper + "/keep", Map.of("seen", "yes")).status()).isEqualTo(404);
    assertThat(lin.person.get("/cases/" + number).words()).doesNotContain("已与原件核对，存入");
    assertThat(ada.person.get("/wallet").words()).contains("已核材料");

    String next = ada.person.get("/apply/room-key").body();
    Answer evidence = ada.person.get(Applicant.found(DRAFT, next) + "/evidence");
    assertThat(evidence.words()).contains("从我的证照调取").contains("核对人").doesNotContain("已上传：");
    Map<String, String> ways = new HashMap<>(Applicant.ALL_LATER_OR_PROMISED);
    ways.put("way-deposit", "fetch");
    Application again = ada.apply(ways);
    Answer fetched = lin.person.get("/cases/" + again.number());
    assertThat(fetched.words()).contains("从我的证照调取，免交：").contains("押金收据");
    String file = "/cases/" + again.number() + Applicant.found(PAPER, fetched.body());
    assertThat(lin.person.get(file).status()).isEqualTo(200);
    assertThat(new Applicant(port, "mei").person.get(file).status()).isEqualTo(403);
  }

  /**
   * Whoever reads the application knows whose it is; numbers stay hidden until they are asked for.
   */
  @Test
  void theCasePageOfAnApplicationCallsTheApplicantByOneName() {
    Application sent = new Applicant(port, "mei").apply(Applicant.ALL_LATER_OR_PROMISED);
    String page = new Applicant(port, "lin").person.get("/cases/" + sent.number()).words();
    assertThat(page).containsPattern("提出人\\s*小梅").containsPattern("收到\\s*小梅").doesNotContain("小**");
  }

  @Test
  void anAnswerIsPutRightBeforeTheDecisionAndTheOfficerSeesBoth() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    String correct = sent.href() + "/" + sent.number() + "/correct";
    assertThat(bo.person.get(sent.href()).body()).contains(correct);
    Map<String, String> same =
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning");
    assertThat(bo.acts(correct, correct, same).words()).contains("没有改动").contains("为什么更正");
    Map<String, String> other = new HashMap<>(same);
    other.put("hours", "evening");
    other.put("why-corrected", "换了班");
    assertThat(bo.acts(correct, correct, other).words()).contains("已提交");

    Applicant lin = new Applicant(port, "lin");
    assertThat(lin.person.get("/cases/" + sent.number()).words())
        .contains("更正：常来的时间")
        .contains("原填“上午”，改为“晚上”。申请人说明：换了班");
    assertThat(lin.does(sent.number(), "accept", "").good()).isTrue();
    other.put("hours", "morning");
    assertThat(bo.acts(correct, correct, other).good()).as("still under review").isTrue();
    assertThat(new Applicant(port, "keeper").does(sent.number(), "refuse", "太晚").good()).isTrue();
    assertThat(bo.person.get(correct).status()).isEqualTo(404);
    assertThat(bo.person.get(sent.href()).body()).doesNotContain(correct);
  }

  @Test
  void aRefusalIsObjectedToAndSomebodyElseDecidesAndItComesByPost() {
    Applicant bo = new Applicant(port, "bo");
    Map<String, String> ways = new HashMap<>(Applicant.ALL_LATER_OR_PROMISED);
    Application sent = bo.apply(ways);
    assertThat(
            bo.person.file(sent.href() + "/papers/deposit", "file-deposit", Applicant.PNG).words())
        .contains("已补交");
    Applicant lin = new Applicant(port, "lin");
    Applicant keeper = new Applicant(port, "keeper");
    assertThat(lin.does(sent.number(), "accept", "").good()).isTrue();
    assertThat(keeper.does(sent.number(), "refuse", "照片看不清").good()).isTrue();
    String acts = sent.href() + "/" + sent.number();
    assertThat(bo.acts(sent.href(), acts, Map.of("action", "object")).status()).isEqualTo(422);
    assertThat(bo.acts(sent.href(), acts, Map.of("action", "object", "note", "重拍了")).words())
        .contains("复核中");
    assertThat(keeper.does(sent.number(), "overturn", "再看").status()).isEqualTo(403);
    assertThat(new Applicant(port, "ada").does(sent.number(), "overturn", "可以").good()).isTrue();
    assertThat(bo.person.get(sent.href()).words()).contains("已批准，待寄出");

    assertThat(lin.does(sent.number(), "send", "").status()).isEqualTo(422);
    assertThat(lin.does(sent.number(), "send", "SF1234567890").good()).isTrue();
    assertThat(bo.person.get(sent.href()).words()).contains("已寄出").contains("SF1234567890");
    assertThat(bo.acts(sent.href(), acts, Map.of("action", "arrived")).words()).contains("已完成");
  }

  @Test
  void whatComesAsASupplementIsNotWaitedForAnyMore() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    Applicant lin = new Applicant(port, "lin");
    String ask = "/cases/" + sent.number() + "/supplement";
    assertThat(lin.acts(ask, ask, Map.of("reason-evidence:deposit", "现在就要")).good()).isTrue();
    Answer asked = bo.person.get(sent.href());
    assertThat(asked.words()).contains("请您补正").contains("待补交");
    Answer given =
        bo.person.file(
            sent.href() + "/" + sent.number() + "/supplement", "file-deposit", Applicant.PNG);
    assertThat(given.words()).contains("押金收据 已补交");
    assertThat(lin.does(sent.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(sent.number(), "grant", "").good()).isTrue();
  }

  @Test
  void aFileThatWasChosenStaysForWhoeverChoseIt() {
    Applicant bo = new Applicant(port, "bo");
    String give = askedForDeposit(bo);
    byte[] wrong = "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Answer row =
        bo.person.form(give, Map.of("add-row", "kin"), Map.of("file-deposit", Applicant.PNG));
    String kept = Applicant.found(KEPT, row.body()).replaceAll(".*\"", "");
    Answer refused =
        bo.person.form(give, Map.of("kept-deposit", kept), Map.of("file-deposit", wrong));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.words()).contains("不是 PDF、JPG 或 PNG");
    assertThat(refused.body()).as("the one before stays").contains(kept);
    Applicant ada = new Applicant(port, "ada");
    Answer others = ada.person.form(askedForDeposit(ada), Map.of("kept-deposit", kept));
    assertThat(others.status()).as("not hers").isEqualTo(422);
    assertThat(others.body()).doesNotContain(kept).doesNotContain("photo.png");
    assertThat(bo.person.form(give, Map.of("kept-deposit", "1-1")).status()).isEqualTo(422);
    Answer given = bo.person.form(give, Map.of("kept-deposit", kept));
    assertThat(given.words()).contains("押金收据 已补交");
    String again = askedForDeposit(bo);
    assertThat(bo.person.form(again, Map.of("kept-deposit", kept)).status())
        .as("it belongs to the other application")
        .isEqualTo(422);
  }

  private String askedForDeposit(Applicant of) {
    Application sent = of.apply(Applicant.ALL_LATER_OR_PROMISED);
    String ask = "/cases/" + sent.number() + "/supplement";
    Applicant lin = new Applicant(port, "lin");
    assertThat(lin.acts(ask, ask, Map.of("reason-evidence:deposit", "现在就要")).good()).isTrue();
    return sent.href() + "/" + sent.number() + "/supplement";
  }

  @Test
  void aReasonIsNeverCutShort() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    Applicant lin = new Applicant(port, "lin");
    String ask = "/cases/" + sent.number() + "/supplement";
    String reason = "长".repeat(299) + "尾";
    Answer over = lin.acts(ask, ask, Map.of("reason-evidence:deposit", reason + "巴"));
    assertThat(over.status()).isEqualTo(422);
    assertThat(over.words()).contains("最多写 300 个字，多了 1 个");
    assertThat(over.body()).contains(reason + "巴");
    assertThat(lin.acts(ask, ask, Map.of("reason-evidence:deposit", reason)).good()).isTrue();
    String give = sent.href() + "/" + sent.number() + "/supplement";
    assertThat(bo.person.get(give).words()).contains(reason);
  }

  @Test
  void anApplicationIsWithdrawnFromItsPage() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    String acts = sent.href() + "/" + sent.number();
    assertThat(new Applicant(port, "mei").person.form(acts, Map.of("action", "withdraw")).status())
        .isEqualTo(404);
    assertThat(bo.acts(sent.href(), acts, Map.of("action", "withdraw", "note", "不要了")).words())
        .contains("已撤回")
        .doesNotContain("待补交");
  }
}
