package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.yiwang.matter.AttachedFile;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** A key is applied for with a photo of the keyhole, and the officer asks for it once more. */
record FileSteps(SubmissionStore store) {
  static final String REASON = "照片看不清钥匙孔";
  static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final Pattern VERSION = Pattern.compile("name=\"case-version\" value=\"\\d+");
  private static final Pattern KEPT =
      Pattern.compile("name=\"door_photo-kept\" value=\"[0-9a-f-]{36}");
  private static final Map<String, String> TYPED =
      Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning");

  /** Sent with a photo, from the address where it is begun. */
  static Application sent(Applicant who, String begin) {
    String draft = Applicant.found(DRAFT, who.person.get(begin).body());
    who.person.form(draft + "/parts/reader", TYPED, photo());
    who.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = who.person.form(draft + "/check", Map.of("confirm", "yes"));
    return new Application(
        Applicant.found(SENT, sent.body()), Applicant.found(NUMBER, sent.body()));
  }

  static Map<String, byte[]> photo() {
    return Map.of("door_photo", FileQuestionTests.picture());
  }

  static String version(Person who, String page) {
    return Applicant.found(VERSION, who.get(page).body()).replaceAll(".*\"", "");
  }

  /** The photo is asked for once more, and the address too. */
  static void asked(Applicant officer, String number) {
    asked(officer, number, Map.of());
  }

  /** The same, and more. */
  static void asked(Applicant officer, String number, Map<String, String> more) {
    String ask = "/cases/" + number + "/supplement";
    Map<String, String> reasons = new HashMap<>(more);
    reasons.put("case-version", version(officer.person, ask));
    reasons.put("reason-field:door_photo", REASON);
    reasons.put("reason-field:post_address", "请写上楼号");
    Answer answer = officer.person.form(ask, reasons);
    assertThat(answer.good()).as(answer.words()).isTrue();
  }

  /** The new file that stands on the page and was not sent yet. */
  static UUID kept(Answer page) {
    return UUID.fromString(Applicant.found(KEPT, page.body()).replaceAll(".*\"", ""));
  }

  /** What answers the question by now. */
  List<UUID> files(String number) {
    Submission sent = store.findByCase(number).orElseThrow();
    return AttachedFile.list(sent.filled().answers().at("door_photo")).stream()
        .map(AttachedFile::id)
        .toList();
  }

  /** With another address, and what else is said. */
  static Map<String, String> right(String... more) {
    Map<String, String> typed = new HashMap<>();
    typed.put("post_address", "河边路 3 号 2 幢");
    for (int i = 0; i < more.length; i += 2) {
      typed.put(more[i], more[i + 1]);
    }
    return typed;
  }
}
