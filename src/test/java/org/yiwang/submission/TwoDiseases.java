package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yiwang.story.Person.Answer;

/** 李敏 asks for a family doctor, screening and drugs at once: a bundle of three matters. */
final class TwoDiseases {
  static final Pattern APPLICATION = Pattern.compile("/applications/[0-9a-f-]{36}");
  static final Map<String, String> ANSWERS = new HashMap<>();

  static {
    ANSWERS.put("applicant_name", "李敏");
    ANSWERS.put("applicant_id", "999999197209200047");
    ANSWERS.put("applicant_born", "1972-09-20");
    ANSWERS.put("applicant_phone", "10000000002");
    ANSWERS.put("has_family_doctor", "no");
    ANSWERS.put("health_centre", "siping");
    ANSWERS.put("diagnosed", "yes");
    ANSWERS.put("diagnosis", "pressure");
    ANSWERS.put("family_history", "yes");
    ANSWERS.put("height", "162");
    ANSWERS.put("weight", "63.5");
    ANSWERS.put("screening_place", "siping");
    ANSWERS.put("screening_day", "2031-11-26");
    ANSWERS.put("drugs-1-drug", "氨氯地平");
    ANSWERS.put("drugs-1-dose", "每天一片");
    ANSWERS.put("pharmacy", "centre");
  }

  final Applicant li;
  private String page = "";

  TwoDiseases(int port) {
    li = new Applicant(port, "li");
  }

  /** All is filled in; what is needed is asked for next. */
  Answer filledIn() {
    Answer answer = li.person.get("/apply/bundles/two-diseases");
    for (int pages = 0; answer.path().contains("/parts/") && pages < 12; pages++) {
      answer = li.person.form(answer.path(), ANSWERS);
    }
    assertThat(answer.path()).as(answer.shortly()).endsWith("/evidence");
    return answer;
  }

  /** The identity card is fetched; the proof of the diagnosis is handed in. */
  Answer papersGiven(Answer evidence) {
    li.person.file(evidence.path(), "file-diagnosis-proof", Applicant.PNG);
    Answer check =
        li.person.form(
            evidence.path(), Map.of("way-identity", "fetch", "way-diagnosis-proof", "upload"));
    assertThat(check.path()).as(check.shortly()).endsWith("/check");
    return check;
  }

  void send(Answer check) {
    Answer sent = li.person.form(check.path(), Map.of("confirm", "yes"));
    assertThat(sent.words()).contains("已提交");
    page = Applicant.found(APPLICATION, sent.path());
  }

  String page() {
    return page;
  }

  Answer seen() {
    return li.person.get(page);
  }

  /** The number of the case of that matter, as its card on the page says. */
  String number(String matter) {
    String card = seen().body();
    card = card.substring(card.indexOf("id=\"matter-" + matter + "\""));
    return Applicant.found(Pattern.compile("YP-\\d{8}-\\d{5}"), card);
  }

  /** What an officer does with a case, with words and a reason where it needs them. */
  void does(Applicant officer, String number, String action, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("version", officer.person.get("/api/cases/" + number).json().get("version").asInt());
    body.put("photos", List.of());
    Answer done = officer.person.post("/api/cases/" + number + "/actions/" + action, body);
    assertThat(done.status()).as(done.shortly()).isEqualTo(200);
  }
}
