package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** Somebody of the toy district who asks for a key to the reading room, or works on it. */
final class Applicant {
  static final Map<String, String> ALL_LATER_OR_PROMISED =
      Map.of(
          "way-home", "promise",
          "way-voucher", "promise",
          "way-portrait", "later",
          "way-deposit", "later");

  /** The smallest picture that says what it is. */
  static final byte[] PNG = {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4};

  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");

  final Person person;

  Applicant(int port, String account) {
    person = Person.signedIn(URI.create("http://127.0.0.1:" + port), account);
  }

  /** An application that was sent: its page, and its case. */
  record Application(String href, String number) {}

  Answer started(Map<String, String> ways) {
    String draft = found(DRAFT, person.get("/apply/room-key").body());
    person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小梅", "post_address", "河边路 3 号", "hours", "morning"));
    return person.form(draft + "/evidence", ways);
  }

  Application apply(Map<String, String> ways) {
    Answer check = started(ways);
    String draft = found(DRAFT, check.body());
    Answer sent = person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(sent.words()).contains("已提交");
    return new Application(found(SENT, sent.body()), found(NUMBER, sent.body()));
  }

  /** What an officer does with a case. */
  Answer does(String number, String action, String note) {
    Answer seen = person.get("/api/cases/" + number);
    Map<String, Object> body = new HashMap<>();
    body.put("version", seen.json().get("version").asInt());
    body.put("note", note);
    body.put("photos", List.of());
    return person.post("/api/cases/" + number + "/actions/" + action, body);
  }

  /** What the applicant does on a page that offers it. */
  Answer acts(String page, String to, Map<String, String> fields) {
    Matcher version =
        Pattern.compile("name=\"((?:case-)?version)\" value=\"(\\d+)\"")
            .matcher(person.get(page).body());
    Map<String, String> all = new HashMap<>(fields);
    boolean found = version.find();
    all.put(found ? version.group(1) : "version", found ? version.group(2) : "0");
    return person.form(to, all);
  }

  static String found(Pattern what, String in) {
    Matcher matcher = what.matcher(in);
    assertThat(matcher.find()).as(what + " in " + in).isTrue();
    return matcher.group();
  }
}
