package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.submission.FileSteps.asked;
import static org.yiwang.submission.FileSteps.kept;
import static org.yiwang.submission.FileSteps.photo;
import static org.yiwang.submission.FileSteps.right;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** A photo that nobody can read is asked for again, as a question, and others take its place. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=500"
    })
class FileSupplementTests {
  @LocalServerPort private int port;
  @Autowired private PaperStore papers;
  @Autowired private SubmissionStore store;
  @Autowired private ForgottenPapers forgotten;
  @Autowired private DistrictTime time;
  private Applicant mei;
  private Applicant lin;
  private Application sent;
  private String page;
  private UUID old;

  @BeforeEach
  void sentAndAsked() {
    mei = new Applicant(port, "mei");
    lin = new Applicant(port, "lin");
    sent = FileSteps.sent(mei, "/apply/room-key");
    asked(lin, sent.number());
    page = sent.href() + "/" + sent.number() + "/supplement";
    old = files().getFirst();
  }

  private List<UUID> files() {
    return new FileSteps(store).files(sent.number());
  }

  @Test
  void anotherPhotoTakesItsPlaceAndTheOfficerReadsBoth() {
    Answer shown = mei.person.get(page);
    assertThat(shown.words())
        .contains(FileSteps.REASON)
        .contains("以前交的：钥匙孔的照片")
        .contains("不再用：photo.")
        .contains("新的文件：钥匙孔的照片")
        .doesNotContain("钥匙孔的照片 （选填）");
    assertThat(mei.person.page(page, "en").words())
        .contains("Sent before: Photo of the keyhole")
        .contains("Leave out: photo.")
        .contains("New files: Photo of the keyhole");
    Answer done = mei.person.form(page, right("door_photo-remove", old.toString()), photo());
    assertThat(done.path()).as(done.words()).isEqualTo(sent.href());
    UUID now = files().getFirst();
    assertThat(files()).hasSize(1).doesNotContain(old);
    String number = sent.number();
    String sheet = lin.person.get("/cases/" + number).words();
    assertThat(sheet)
        .contains("补正：钥匙孔的照片")
        .contains("补正原因：" + FileSteps.REASON)
        .contains("补正：寄到哪里 原填“河边路 3 号”，改为“河边路 3 号 2 幢”")
        .contains("钥匙孔的照片（换下的）：photo.")
        .contains("提交了补正 申请人")
        .doesNotContain("反映人");
    assertThat(lin.person.page("/cases/" + number, "en").words())
        .contains("Supplied: Photo of the keyhole")
        .contains("Photo of the keyhole (replaced): photo.");
    Application other = FileSteps.sent(new Applicant(port, "bo"), "/apply/room-key");
    for (UUID file : List.of(now, old)) {
      String at = "/papers/" + file;
      assertThat(lin.person.get("/cases/" + number + at).status()).isEqualTo(200);
      assertThat(mei.person.get("/cases/" + number + at).status()).isEqualTo(403);
      assertThat(lin.person.get("/cases/" + other.number() + at).status()).isEqualTo(404);
    }
    time.at(time.instant().plus(Duration.ofDays(400)), forgotten::drop);
    assertThat(papers.find(now)).isPresent();
    assertThat(papers.find(old)).as("once an answer").isPresent();
  }

  @Test
  void aFaultElsewhereLosesNoFileAndNoTick() {
    Answer wrong =
        mei.person.form(
            page, right("post_address", "", "door_photo-remove", old.toString()), photo());
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.words()).contains("已上传，还没有提交：钥匙孔的照片");
    assertThat(wrong.body()).containsPattern("value=\"" + old + "\" checked");
    UUID fresh = kept(wrong);
    assertThat(files()).as("not sent yet").containsExactly(old);
    mei.person.form(
        page, right("door_photo-remove", old.toString(), "door_photo-kept", fresh.toString()));
    assertThat(files()).containsExactly(fresh);
  }

  @Test
  void whatWasSentMayStayAndWhatCameJustNowMayGo() {
    UUID fresh = kept(mei.person.form(page, right("post_address", ""), photo()));
    Answer fewer =
        mei.person.form(
            page,
            right("door_photo-kept", fresh.toString(), "door_photo-remove", fresh.toString()));
    assertThat(fewer.status()).as("drawn again, not sent").isEqualTo(200);
    assertThat(fewer.path()).isEqualTo(page);
    assertThat(fewer.body()).contains("2 幢").doesNotContain(fresh.toString());
    assertThat(papers.find(fresh)).as("gone at once").isEmpty();
    Answer back = mei.person.form(page, right("door_photo-remove", fresh.toString()));
    assertThat(back.path()).as("pressed once more after Back").isEqualTo(page);
    mei.person.form(page, right(), photo());
    assertThat(files()).hasSize(2).startsWith(old);
  }

  @Test
  void theSamePhotoOnceMoreIsNothingSupplied() {
    Answer same = mei.person.form(page, right(), Map.of());
    assertThat(same.status()).isEqualTo(422);
    assertThat(same.words()).contains("“钥匙孔的照片”还是原来交的").contains("请传新的文件");
    assertThat(same.body()).contains("2 幢").contains("f-door_photo");
    assertThat(files()).containsExactly(old);
  }

  @Test
  void whatIsNoSoundFileIsToldAndNothingElseIsLost() {
    UUID fresh = kept(mei.person.form(page, right("post_address", ""), photo()));
    Map<String, String> typed = right("door_photo-kept", fresh.toString());
    List<byte[]> hostile =
        List.of("<svg/>".getBytes(StandardCharsets.UTF_8), Applicant.PNG, FileQuestionTests.bomb());
    for (byte[] file : hostile) {
      Answer refused = mei.person.form(page, typed, Map.of("door_photo", file));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.words()).containsAnyOf("打不开，或者太大", "不是 PDF、JPG 或 PNG");
      assertThat(refused.body()).contains("2 幢");
      assertThat(kept(refused)).isEqualTo(fresh);
    }
    Answer large = mei.person.form(page, typed, Map.of("door_photo", new byte[(1 << 20) + 1]));
    assertThat(large.status()).isEqualTo(413);
    assertThat(kept(large)).isEqualTo(fresh);
    Answer three = mei.person.form(page, typed, photo());
    assertThat(three.status()).isEqualTo(422);
    assertThat(three.words()).contains("最多 2 个文件，请去掉多余的");
    assertThat(three.body()).contains("2 幢").contains(fresh.toString());
    assertThat(files()).containsExactly(old);
  }

  /** Whatever a form names: only what was the answer, or what the same person uploaded for it. */
  @Test
  void noFormNamesTheFileOfAnother() {
    Applicant bo = new Applicant(port, "bo");
    Application his = FileSteps.sent(bo, "/apply/room-key");
    asked(lin, his.number());
    String hisPage = his.href() + "/" + his.number() + "/supplement";
    UUID uploaded = kept(bo.person.form(hisPage, right("post_address", ""), photo()));
    UUID answered = new FileSteps(store).files(his.number()).getFirst();
    for (UUID foreign : List.of(uploaded, answered, UUID.randomUUID())) {
      String file = foreign.toString();
      Answer named =
          mei.person.form(page, right("door_photo-kept", file, "door_photo", file + " photo.png"));
      assertThat(named.status()).as("nothing new").isEqualTo(422);
      assertThat(named.body()).doesNotContain(file);
      mei.person.form(page, right("door_photo-kept", file, "door_photo-remove", file));
    }
    assertThat(papers.find(uploaded)).as("not hers to remove").isPresent();
    assertThat(papers.find(answered)).isPresent();
    assertThat(files()).containsExactly(old);
    assertThat(mei.person.get(hisPage).status()).isEqualTo(404);
    assertThat(mei.person.form(hisPage, right(), photo()).status()).isEqualTo(404);
  }

  /** Her own, but it came as a paper, which is not looked through as photos of a question are. */
  @Test
  void aPaperIsNoPhotoOfAQuestion() {
    Application other = FileSteps.sent(mei, "/apply/room-key");
    asked(lin, other.number(), Map.of("reason-evidence:deposit", "请交押金收据"));
    String ask = other.href() + "/" + other.number() + "/supplement";
    Answer drawn =
        mei.person.form(ask, right("post_address", ""), Map.of("file-deposit", Applicant.PNG));
    String paper =
        Applicant.found(
                Pattern.compile("name=\"kept-deposit\" value=\"[0-9a-f-]{36}"), drawn.body())
            .replaceAll(".*\"", "");
    Answer named = mei.person.form(page, right("door_photo-kept", paper));
    assertThat(named.status()).isEqualTo(422);
    assertThat(named.words()).contains("打不开，或者太大");
    assertThat(named.body()).doesNotContain(paper);
  }
}
