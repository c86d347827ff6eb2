package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/** A question that is answered with files: taken in, checked, shown, removed, read by officers. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=500"
    })
class FileQuestionTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern REMOVE =
      Pattern.compile("name=\"door_photo-remove\" value=\"[0-9a-f-]{36}");
  private static final Pattern PAPER = Pattern.compile("/papers/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final Map<String, String> TYPED =
      Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning");

  @LocalServerPort private int port;
  @Autowired private PaperStore papers;
  private Applicant mei;
  private String draft;

  static byte[] picture() {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
  }

  /** A small file that says it is as large as a wall: its head alone is changed. */
  static byte[] bomb() {
    byte[] file = picture();
    ByteBuffer head = ByteBuffer.wrap(file);
    head.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(file, 12, 17);
    head.putInt(29, (int) sum.getValue());
    return file;
  }

  @BeforeEach
  void begin() {
    mei = new Applicant(port, "mei");
    draft = Applicant.found(DRAFT, mei.person.get("/apply/room-key").body());
  }

  @AfterEach
  void drop() {
    mei.person.form(draft + "/drop", Map.of());
  }

  private Answer give(byte[] file) {
    return mei.person.form(draft + "/parts/reader", TYPED, Map.of("door_photo", file));
  }

  private UUID onlyFile(String body) {
    return UUID.fromString(Applicant.found(REMOVE, body).replaceAll(".*\"", ""));
  }

  @Test
  void aPictureGoesWithTheDraftToTheOfficer() {
    assertThat(mei.person.get(draft + "/parts/reader").body())
        .contains("enctype=\"multipart/form-data\"")
        .containsPattern("name=\"door_photo\" type=\"file\"");
    assertThat(give(picture()).path()).endsWith("/evidence");
    assertThat(mei.person.get(draft + "/check").words()).contains("钥匙孔的照片").contains("photo.");
    mei.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = mei.person.form(draft + "/check", Map.of("confirm", "yes"));
    String number = Applicant.found(NUMBER, sent.body());
    Applicant lin = new Applicant(port, "lin");
    Answer sheet = lin.person.get("/cases/" + number);
    assertThat(sheet.words()).contains("钥匙孔的照片：photo.");
    String file = "/cases/" + number + Applicant.found(PAPER, sheet.body());
    assertThat(lin.person.get(file).status()).isEqualTo(200);
    assertThat(mei.person.get(file).status()).isEqualTo(403);
    assertThat(lin.person.get("/cases/" + number + "/papers/" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }

  @Test
  void noMoreThanAskedForAndEachCanBeRemoved() {
    assertThat(give(picture()).good()).isTrue();
    Answer second = give(picture());
    assertThat(second.path()).endsWith("/evidence");
    Answer third = give(picture());
    assertThat(third.status()).isEqualTo(422);
    assertThat(third.words()).contains("最多 2 个文件").contains("已经够了");
    UUID first = onlyFile(third.body());
    Map<String, String> remove = new HashMap<>(TYPED);
    remove.put("door_photo-remove", first.toString());
    Answer fewer = mei.person.form(draft + "/parts/reader", remove);
    assertThat(fewer.path()).endsWith("/parts/reader");
    assertThat(fewer.body()).doesNotContain(first.toString());
    assertThat(papers.find(first)).as("gone at once").isEmpty();
    UUID other = onlyFile(fewer.body());
    mei.person.form(draft + "/drop", Map.of());
    assertThat(papers.find(other)).as("gone with the draft").isEmpty();
  }

  @Test
  void whatIsNoSoundFileIsToldAndNothingElseIsLost() {
    byte[] cut = Arrays.copyOf(picture(), 45);
    List<byte[]> hostile =
        List.of(
            "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0},
            new byte[] {'P', 'K', 3, 4},
            Applicant.PNG,
            cut,
            bomb());
    for (byte[] file : hostile) {
      Answer refused = give(file);
      assertThat(refused.status()).as(Arrays.toString(file)).isEqualTo(422);
      assertThat(refused.words()).containsAnyOf("打不开，或者太大", "不是 PDF、JPG 或 PNG");
      assertThat(refused.body()).contains("河边路 3 号").doesNotContain("door_photo-remove");
    }
    assertThat(give(new byte[(1 << 20) + 1]).status()).isEqualTo(413);
    byte[] pdf = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8);
    assertThat(give(pdf).path()).endsWith("/evidence");
  }

  /** A file is never named by whoever sends the form: that of another would go with it. */
  @Test
  void nobodyTypesAFile() {
    assertThat(give(picture()).good()).isTrue();
    UUID hers = onlyFile(mei.person.get(draft + "/parts/reader").body());
    Applicant bo = new Applicant(port, "bo");
    String his = Applicant.found(DRAFT, bo.person.get("/apply/room-key").body());
    Map<String, String> typed = new HashMap<>(TYPED);
    typed.put("door_photo", hers + " photo.png");
    assertThat(bo.person.form(his + "/parts/reader", typed).good()).isTrue();
    assertThat(bo.person.get(his + "/check").words()).doesNotContain("photo.png");
    typed.put("door_photo-remove", hers.toString());
    bo.person.form(his + "/parts/reader", typed);
    assertThat(papers.find(hers)).as("not his to remove").isPresent();
    bo.person.form(his + "/drop", Map.of());
  }
}
