package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Questions;
import org.yiwang.page.Refusal;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.StoryClock;

/**
 * Applications filled in by chance and sent: what fits goes all the way to a case, what does not is
 * never a fault of ours, is refused with its reasons, and loses nothing. The seed and the day are
 * fixed, and printed with what failed.
 */
@ProgramTest
@Import(StoryClock.class)
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H",
      "yiwang.papers.files-a-day=1000"
    })
class FormSendingTests {
  private static final long SEED = 20261126;
  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
  private static final int TRIES = 3;
  private static final int WRONG_TRIES = 4;
  private static final String ACCOUNT = "lu"; // she is the legal representative of a café too
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

  private static final Pattern WITHDRAW =
      Pattern.compile(
          "action=\"(/applications/[0-9a-f-]{36}/[A-Z0-9-]+)\"(?:(?!</form>).)*?"
              + "name=\"action\" value=\"withdraw\"\\s*>(?:(?!</form>).)*?"
              + "name=\"version\" value=\"(\\d+)\"",
          Pattern.DOTALL);

  @LocalServerPort private int port;
  @Autowired private WantedMaker wanted;
  @Autowired private DraftStore drafts;
  @Autowired private DistrictTime time;
  @Autowired private StoryClock clock;

  private Person person;
  private final Random chance = new Random(SEED);
  private final Set<String> begun = new HashSet<>();

  @BeforeEach
  void isThere() {
    clock.set(NOW);
    person = new Applicant(port, ACCOUNT).person;
  }

  private Questions questions(Target target) {
    return time.at(NOW, () -> wanted.get(target).questions());
  }

  private Answers fitting(Questions questions) {
    return new RandomAnswers(questions, time.at(NOW, time::today), chance).fitting();
  }

  private FillingIn begin(Target target) {
    FillingIn course = FillingIn.begun(person, target);
    assertThat(begun.add(course.draft()))
        .as("what was dropped or sent is not begun again")
        .isTrue();
    return course;
  }

  private static String as(Target target, int attempt, Object about) {
    return "seed %d at %s, %s, try %d: %s".formatted(SEED, NOW, target, attempt, about);
  }

  /** What the page says first: its faults, where it has some. */
  private static String faults(Answer page) {
    String words = page.words().replaceAll("\\s+", " ");
    int from = Math.max(0, words.indexOf("有内容需要修改"));
    return page.status() + " " + words.substring(from, Math.min(words.length(), from + 300));
  }

  private void isSent(Answer sent, Target target, String as) {
    assertThat(sent.path()).as("%s: %s", as, faults(sent)).startsWith("/applications/");
    assertThat(sent.words()).as(as).contains("已提交");
    assertThat(sent.body()).as(as).doesNotContain("<script>alert");
    if (wanted.get(target).matters().values().stream().anyMatch(one -> one.outcome().once())) {
      withdraw(sent, as);
    }
  }

  /** What nobody has two of is taken back, so that the next try is the first again. */
  private void withdraw(Answer sent, String as) {
    List<MatchResult> cases = WITHDRAW.matcher(sent.body()).results().toList();
    assertThat(cases).as(as).isNotEmpty();
    for (MatchResult one : cases) {
      var form = Map.of("action", "withdraw", "version", one.group(2));
      assertThat(person.form(one.group(1), form).good()).as(as).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "matter:legal-aid",
        "matter:elder-allowance",
        "matter:hardship-check",
        "matter:residence-permit",
        "matter:public-rental",
        "matter:flexible-employment",
        "matter:maternity-allowance",
        "matter:family-doctor",
        "matter:two-disease-drugs",
        "matter:birth-certificate",
        "matter:social-organisation",
        "matter:food-licence",
        "matter:company-change",
        "bundle:two-diseases",
        "bundle:open-shop"
      })
  void whatFitsIsSent(String what) {
    Target target = Target.parse(what);
    Questions questions = questions(target);
    for (int i = 0; i < TRIES; i++) {
      Answers answers = fitting(questions);
      String as = as(target, i, answers);
      FillingIn course = begin(target);
      for (Part part : questions.open(answers)) {
        Answer next = course.fill(part, new TypedPart(part, answers)).answer();
        assertThat(next.status()).as("%s: %s %s", as, part.id(), faults(next)).isEqualTo(200);
        assertThat(next.path()).as(as).isNotEqualTo(course.path(part));
      }
      course.giveEvidence(chance, as);
      assertThat(person.get(course.draft() + "/check").body())
          .as(as)
          .doesNotContain("<script>alert");
      isSent(course.send(), target, as);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "matter:legal-aid",
        "matter:hardship-check",
        "matter:residence-permit",
        "matter:public-rental",
        "matter:family-doctor",
        "matter:social-organisation",
        "matter:food-licence",
        "bundle:two-diseases"
      })
  void whatIsWrongIsNeverAFaultOfOursAndNothingIsLost(String what) {
    Target target = Target.parse(what);
    Questions questions = questions(target);
    for (int i = 0; i < WRONG_TRIES; i++) {
      Answers answers = fitting(questions);
      FillingIn course = begin(target);
      int spoilt = 0;
      for (Part part : questions.open(answers)) {
        TypedPart means = new TypedPart(part, answers);
        String wrong = means.spoil(chance, WRONG);
        String as = as(target, i, part.id() + " " + means);
        if (isThere(course, part, questions, as)) {
          FillingIn.Typed typed = course.fill(part, means);
          spoilt += typed.sent().containsKey(wrong) ? 1 : 0;
          assertThat(typed.answer().status()).as(as).isIn(200, 422);
          isKept(course, part, means.kept(typed.sent()), as);
        }
      }
      assertThat(spoilt).as(as(target, i, answers)).isPositive();
      isSentOrToldWhy(course, target, as(target, i, kept(course)));
    }
  }

  private Answers kept(FillingIn course) {
    UUID id = UUID.fromString(course.draft().substring("/drafts/".length()));
    return drafts.find(id).orElseThrow().filled().answers();
  }

  /** A page is missing only if an earlier wrong answer no longer leads to it. */
  private boolean isThere(FillingIn course, Part part, Questions questions, String as) {
    boolean led = questions.open(kept(course)).stream().anyMatch(p -> p.id().equals(part.id()));
    assertThat(person.get(course.path(part)).status()).as(as).isEqualTo(led ? 200 : 404);
    return led;
  }

  /** Whoever comes back to the page finds in every field what they typed there. */
  private void isKept(FillingIn course, Part part, Map<String, String> typed, String as) {
    String path = course.path(part);
    Map<String, String> onPage = FieldsOnPage.of(person.get(path).body(), path);
    assertThat(onPage).as(as).containsAllEntriesOf(typed);
  }

  private void isSentOrToldWhy(FillingIn course, Target target, String as) {
    Answers before = kept(course);
    List<Refusal> faults = questions(target).faults(before);
    course.giveEvidence(chance, as);
    Answer sent = course.send();
    if (faults.isEmpty()) {
      isSent(sent, target, as);
      return;
    }
    assertThat(sent.status()).as("%s: %s", as, faults(sent)).isEqualTo(422);
    assertThat(sent.body()).as(as).contains("class=\"summary\" role=\"alert\"");
    assertThat(sent.words()).as(as).contains("有内容需要修改", faults.getFirst().says().zh());
    assertThat(kept(course)).as(as).isEqualTo(before);
    course.drop();
  }
}
