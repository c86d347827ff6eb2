package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Matters;
import org.yiwang.matter.Questions;
import org.yiwang.story.Person.Answer;

/**
 * Applications filled in by chance and sent: what fits goes all the way to a case, what does not is
 * never a fault of ours and loses nothing. The seed is fixed and printed with what failed.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=1000"
    })
class FormSendingTests {
  private static final long SEED = 20261126;
  private static final int TRIES = 3;
  private static final String ACCOUNT = "lu";
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern PAPER = Pattern.compile("name=\"(?:way|file)-([a-z0-9-]+)\"");
  private static final Set<Kind> KEPT_AS_TYPED =
      Set.of(Kind.TEXT, Kind.LONG_TEXT, Kind.NAME, Kind.ADDRESS, Kind.MAIL, Kind.PHONE);
  private static final List<String> WRONG =
      List.of(
          "",
          " ",
          "null",
          "\" or true or \"",
          "1/0",
          "for x in 1..100000000 return x",
          "9".repeat(300),
          "-1",
          "2026-02-30",
          "9999-12-31",
          "\ud800",
          "a\r\nb",
          "测".repeat(4_500),
          "<script>alert(1)</script>",
          "../../etc/passwd",
          "' or 1=1 --",
          "\u202e逆",
          "310110198001010015");

  @LocalServerPort private int port;
  @Autowired private Matters matters;
  @Autowired private DistrictTime time;

  /** Somebody's draft of a matter, and what they mean to answer. */
  private record Course(Applicant who, String draft, Questions questions, Random chance) {}

  private Course begun(String matter, Random chance) {
    Applicant who = new Applicant(port, ACCOUNT);
    String draft = Applicant.found(DRAFT, who.person.get("/apply/" + matter).body());
    Questions questions = matters.questions(List.of(matters.getMatter(matter)));
    return new Course(who, draft, questions, chance);
  }

  private Answers fitting(Course course) {
    return new RandomAnswers(course.questions(), time.today(), course.chance())
        .fitting()
        .orElseThrow();
  }

  private static Map<String, String> typed(Part part, Answers answers) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (Field field : part.fields()) {
      typed.put(field.id(), answers.has(field.id()) ? answers.given().get(field.id()) : "");
      List<Map<String, String>> rows = answers.rowsAt(field.id());
      for (int row = 1; row <= rows.size(); row++) {
        String before = field.id() + "-" + row + "-";
        rows.get(row - 1).forEach((column, cell) -> typed.put(before + column, cell));
      }
    }
    typed.values().removeIf(answer -> answer == null);
    return typed;
  }

  /** As people do it: where an answer opens further questions on the page, these are next. */
  private static Answer post(Course course, Part part, Map<String, String> typed) {
    String path = course.draft() + "/parts/" + part.id();
    Answer page = course.who().person.form(path, typed);
    for (int i = 0; i < part.fields().size() && page.good() && page.path().equals(path); i++) {
      page = course.who().person.form(path, typed);
    }
    return page;
  }

  /** Every page that the answers lead to, each kept and the next one opened. */
  private static void fillIn(Course course, Answers answers, String as) {
    for (Part part : course.questions().open(answers)) {
      Answer page = post(course, part, typed(part, answers));
      assertThat(page.status()).as("%s: %s %s", as, part.id(), faults(page)).isEqualTo(200);
    }
  }

  /** Each paper in one of the ways that the page offers. */
  private static void giveEvidence(Course course) {
    String path = course.draft() + "/evidence";
    String page = course.who().person.get(path).body();
    Set<String> papers = new TreeSet<>();
    PAPER.matcher(page).results().map(found -> found.group(1)).forEach(papers::add);
    Map<String, String> ways = new HashMap<>();
    for (String paper : papers) {
      String way = way(page, paper, course.chance());
      if (way.equals("upload")) {
        course.who().person.file(path, "file-" + paper, Applicant.PNG);
      }
      ways.put("way-" + paper, way);
    }
    if (!papers.isEmpty()) {
      Answer given = course.who().person.form(path, ways);
      assertThat(given.path()).as("%s %s", ways, given.shortly()).endsWith("/check");
    }
  }

  private static String way(String page, String paper, Random chance) {
    List<String> ways = new ArrayList<>();
    Pattern.compile("<input[^>]*name=\"way-" + Pattern.quote(paper) + "\"[^>]*>")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .map(input -> input.replaceFirst("(?s).*value=\"([a-z]+)\".*", "$1"))
        .forEach(ways::add);
    return ways.isEmpty() ? "upload" : ways.get(chance.nextInt(ways.size()));
  }

  /** What the page says first: its faults, where it has some. */
  private static String faults(Answer page) {
    String words = page.words().replaceAll("\\s+", " ");
    int from = Math.max(0, words.indexOf("有内容需要修改"));
    return page.status() + " " + words.substring(from, Math.min(words.length(), from + 300));
  }

  private static Answer send(Course course) {
    return course.who().person.form(course.draft() + "/check", Map.of("confirm", "yes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "legal-aid",
        "elder-allowance",
        "hardship-check",
        "residence-permit",
        "public-rental",
        "flexible-employment",
        "maternity-allowance",
        "family-doctor",
        "two-disease-drugs",
        "birth-certificate"
      })
  void whatFitsIsSent(String matter) {
    Random chance = new Random(SEED);
    for (int i = 0; i < TRIES; i++) {
      Course course = begun(matter, chance);
      Answers answers = fitting(course);
      String as = "seed %d try %d: %s".formatted(SEED, i, answers);
      fillIn(course, answers, as);
      giveEvidence(course);
      Answer check = course.who().person.get(course.draft() + "/check");
      assertThat(check.body()).as(as).doesNotContain("<script>alert");
      Answer sent = send(course);
      assertThat(sent.path()).as("%s %s", as, faults(sent)).startsWith("/applications/");
      assertThat(sent.words()).as(as).contains("已提交");
      assertThat(sent.body()).as(as).doesNotContain("<script>alert");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "legal-aid",
        "hardship-check",
        "residence-permit",
        "public-rental",
        "family-doctor"
      })
  void whatIsWrongIsNeverAFaultOfOursAndNothingIsLost(String matter) {
    Random chance = new Random(SEED);
    for (int i = 0; i < TRIES * 3; i++) {
      Course course = begun(matter, chance);
      Answers answers = fitting(course);
      for (Part part : course.questions().open(answers)) {
        Map<String, String> typed = typed(part, answers);
        List<String> names = List.copyOf(typed.keySet());
        String wrong = names.get(chance.nextInt(names.size()));
        typed.put(wrong, WRONG.get(chance.nextInt(WRONG.size())));
        String as = "seed %d try %d: %s %s".formatted(SEED, i, part.id(), typed);
        Answer answer = post(course, part, typed);
        assertThat(answer.status()).as(as).isIn(200, 404, 422);
        if (answer.status() != 404) { // an earlier wrong answer no longer leads to this page
          isKept(course, part, typed, as);
        }
      }
      Answer sent = send(course);
      assertThat(sent.status()).as("seed %d try %d: %s", SEED, i, answers).isLessThan(500);
    }
  }

  private static void isKept(Course course, Part part, Map<String, String> typed, String as) {
    Answer again = course.who().person.get(course.draft() + "/parts/" + part.id());
    String page = HtmlUtils.htmlUnescape(again.body());
    for (Field field : part.fields()) {
      String words = typed.getOrDefault(field.id(), "").strip();
      boolean asked = page.contains("name=\"" + field.id() + "\"");
      if (asked && KEPT_AS_TYPED.contains(field.kind()) && !words.contains("\ud800")) {
        assertThat(page.contains(words))
            .as("%s: %s in %s", as, field.id(), again.shortly())
            .isTrue();
      }
    }
  }
}
