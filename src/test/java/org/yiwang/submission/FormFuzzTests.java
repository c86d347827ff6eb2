package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;

/**
 * Odd answers and odd files sent to the running program: never a fault of ours, nothing wrong
 * accepted, nothing typed lost. The seed is fixed and printed with what failed.
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
class FormFuzzTests {
  private static final long SEED = 20261122;
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "null",
          "usual",
          "family",
          "level = \"family\"",
          "\" or true or \"",
          "1/0",
          "for x in 1..100000000 return x",
          "9".repeat(300),
          "2001-05-06",
          "2026-02-30",
          "2999-01-01",
          "\u0000",
          "\ud83d\ude00",
          "测".repeat(4_500),
          "<script>alert(1)</script>",
          "${7*7}",
          "a\r\nb",
          "' or 1=1 --",
          "\u202e逆",
          "小梅");
  private static final List<String> NAMES =
      List.of(
          "reader",
          "born",
          "level",
          "kin-1-name",
          "kin-1-born",
          "kin-5-name",
          "kin-0-name",
          "kin-99999999999-name",
          "kin",
          "unknown",
          "kin-1-reads",
          "kin-1-evenings",
          "take-known",
          "door_photo",
          "door_photo-remove",
          "add-row",
          "_method");

  @LocalServerPort private int port;

  private static Map<String, String> form(Random chance) {
    Map<String, String> form = new HashMap<>();
    for (int i = chance.nextInt(8); i >= 0; i--) {
      form.put(NAMES.get(chance.nextInt(NAMES.size())), ODD.get(chance.nextInt(ODD.size())));
    }
    return form;
  }

  @Test
  void oddAnswersAreKeptAndToldNeverFailed() {
    Applicant tao = new Applicant(port, "tao");
    Random chance = new Random(SEED);
    for (int i = 0; i < 120; i++) {
      String draft = Applicant.found(DRAFT, tao.person.get("/apply/renew-card").body());
      Map<String, String> form = form(chance);
      String part = chance.nextInt(4) == 0 ? "family" : "reader";
      Answer answer = tao.person.form(draft + "/parts/" + part, form);
      assertThat(answer.status()).as("seed %d try %d: %s", SEED, i, form).isLessThan(500);
      if (part.equals("reader") && "小梅".equals(form.get("reader"))) {
        assertThat(tao.person.get(draft + "/parts/reader").body()).contains("value=\"小梅\"");
      }
      Answer sent = tao.person.form(draft + "/check", Map.of("confirm", "yes"));
      assertThat(sent.status()).as("seed %d try %d: %s", SEED, i, form).isEqualTo(422);
    }
  }

  @Test
  void oddFilesAreToldOrTakenForWhatTheyAre() {
    Applicant mei = new Applicant(port, "mei");
    String draft = Applicant.found(DRAFT, mei.started(Applicant.ALL_LATER_OR_PROMISED).body());
    Random chance = new Random(SEED);
    List<byte[]> starts =
        List.of(
            new byte[0],
            new byte[] {'%', 'P', 'D', 'F', '-'},
            new byte[] {'P', 'K', 3, 4},
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            Applicant.PNG,
            new byte[] {'G', 'I', 'F', '8', '9', 'a'},
            new byte[] {'<', 'h', 't', 'm', 'l', '>'});
    for (int i = 0; i < 100; i++) {
      byte[] start = starts.get(chance.nextInt(starts.size()));
      byte[] file = new byte[start.length + chance.nextInt(3_000)];
      chance.nextBytes(file);
      System.arraycopy(start, 0, file, 0, start.length);
      Answer answer = mei.person.file(draft + "/evidence", "file-deposit", file);
      boolean known = start.length > 2 && (start[0] == '%' || start[0] < 0);
      assertThat(answer.status())
          .as("seed %d try %d: %s", SEED, i, Arrays.toString(start))
          .isEqualTo(file.length == 0 || known ? 200 : 422);
    }
  }

  /** Pictures with some bytes changed, cut off or put in twice: taken or told, never a fault. */
  @Test
  void damagedPicturesOfAQuestionAreTakenOrTold() {
    Applicant bo = new Applicant(port, "bo");
    Random chance = new Random(SEED);
    byte[] sound = FileQuestionTests.picture();
    for (int i = 0; i < 80; i++) {
      String draft = Applicant.found(DRAFT, bo.person.get("/apply/room-key").body());
      byte[] file = Arrays.copyOf(sound, 1 + chance.nextInt(sound.length * 2));
      for (int n = chance.nextInt(6); n > 0; n--) {
        file[chance.nextInt(file.length)] = (byte) chance.nextInt(256);
      }
      Map<String, String> typed =
          Map.of("reader_name", "小梅", "post_address", "河边路", "hours", "morning");
      Answer answer = bo.person.form(draft + "/parts/reader", typed, Map.of("door_photo", file));
      assertThat(answer.status()).as("seed %d try %d", SEED, i).isIn(200, 422);
      boolean taken = answer.path().endsWith("/evidence");
      assertThat(bo.person.get(draft + "/parts/reader").body().contains("door_photo-remove"))
          .as("seed %d try %d: kept if taken", SEED, i)
          .isEqualTo(taken);
      bo.person.form(draft + "/drop", Map.of());
    }
  }
}
