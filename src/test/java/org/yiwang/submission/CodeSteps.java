package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Somebody of the toy district without an account follows by the slip that Ms Lin made for them.
 */
record CodeSteps(int port, Applicant officer, SubmissionStore store) {
  static final Pattern CODE =
      Pattern.compile("(?<![2-9A-Z-])([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}(?![2-9A-Z-])");

  /** A browser in which nobody has signed in. */
  Person visitor() {
    Person visitor = new Person(URI.create("http://127.0.0.1:" + port));
    assertThat(visitor.get("/follow").status()).isEqualTo(200);
    return visitor;
  }

  /** The visit at which that case was taken in. */
  String visitOf(String number) {
    return "/window/" + store.findByCase(number).orElseThrow().visit();
  }

  String code(String number) {
    Answer slip = officer.person.form(visitOf(number) + "/code", Map.of());
    assertThat(slip.words()).contains(number);
    return Applicant.found(CODE, slip.body());
  }

  static Answer opens(Person who, String number, String code) {
    return who.form("/follow", Map.of("number", number, "code", code));
  }

  /** Whoever holds a new slip, with the page open. */
  Holder holder(String number) {
    Person person = visitor();
    String page = opens(person, number, code(number)).path();
    assertThat(page).startsWith("/follow/");
    return new Holder(person, number, page);
  }

  /**
   * @param page address of the application's page
   */
  record Holder(Person person, String number, String page) {
    Answer seen() {
      return person.get(page);
    }

    /** Where what was asked for is supplied. */
    String supplement() {
      return page + "/" + number + "/supplement";
    }

    Answer supplies(Map<String, String> answers, Map<String, byte[]> files) {
      return person.form(supplement(), answers, files);
    }

    Answer handsIn(String evidence) {
      return person.file(page + "/papers/" + evidence, "file-" + evidence, Applicant.PNG);
    }
  }
}
