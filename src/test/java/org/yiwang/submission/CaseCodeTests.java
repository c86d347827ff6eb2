package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Journal;
import org.yiwang.page.QrCode;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Whoever has no account follows their application with the code from the counter, and no other.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class CaseCodeTests {
  private static final Pattern CODE =
      Pattern.compile("(?<![2-9A-Z-])([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}(?![2-9A-Z-])");
  private static final Pattern FOLLOWED = Pattern.compile("/follow/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private OpenByCode openByCode;
  @Autowired private DistrictTime time;
  @Autowired private SubmissionStore store;
  @Autowired private ApplicationContext program;

  private Applicant lin;
  private CounterSteps steps;

  @BeforeEach
  void theOfficerSignsIn() {
    lin = new Applicant(port, "lin");
    steps = new CounterSteps(program);
  }

  @AfterEach
  void nobodyStays() {
    steps.nobodyStaysAtTheCounter();
  }

  private Person visitor() {
    Person visitor = new Person(URI.create("http://127.0.0.1:" + port));
    assertThat(visitor.get("/follow").status()).isEqualTo(200);
    return visitor;
  }

  /** The visit at which that case was taken in. */
  private String visitOf(String number) {
    return "/window/" + store.findByCase(number).orElseThrow().visit();
  }

  private String code(String number) {
    Answer slip = lin.person.form(visitOf(number) + "/code", Map.of());
    assertThat(slip.words()).contains(number);
    return Applicant.found(CODE, slip.body());
  }

  private static Answer opens(Person who, String number, String code) {
    return who.form("/follow", Map.of("number", number, "code", code));
  }

  @Test
  void codesAreLongAndHaveNoSignsThatLookAlike() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      CaseCode code = CaseCode.fresh();
      assertThat(code.grouped()).matches(CODE);
      assertThat(CaseCode.typed(" " + code.grouped().toLowerCase(Locale.ROOT) + " "))
          .isEqualTo(code);
      assertThat(code.toString()).doesNotContain(code.plain());
      all.add(code.plain());
    }
    assertThat(all).hasSize(2000);
  }

  @Test
  void theHolderFollowsSeesWhoLookedAndWithdraws() {
    String number = CounterSteps.takenIn(lin, "M-00770001", "13800870001");
    assertThat(lin.person.get(visitOf(number)).words()).contains("发办件码");
    String code = code(number);
    Person holder = visitor();
    Answer page = opens(holder, number.toLowerCase(Locale.ROOT), code.replace("-", " "));
    assertThat(page.words()).contains(number).contains("谁看过").contains("经本人同意").contains("撤回");
    String id = store.findByCase(number).orElseThrow().id().toString();
    assertThat(page.path()).isEqualTo("/follow/" + id);
    assertThat(holder.get("/applications/" + id).path()).startsWith("/sign-in");
    String version = String.valueOf(steps.cases().find(number).orElseThrow().version());
    Answer done =
        holder.form(
            page.path() + "/" + number,
            Map.of("action", "withdraw", "version", version, "note", "不办了"));
    assertThat(done.status()).as(done.words()).isEqualTo(200);
    assertThat(steps.cases().find(number).orElseThrow().clocks().closed()).isNotNull();
    String kept = journal.list("submission:" + id).toString();
    assertThat(kept)
        .contains("submission.code-made")
        .contains("submission.opened-by-code")
        .contains("submission.done-by-code")
        .doesNotContain(code)
        .doesNotContain(code.replace("-", ""));
    holder.form("/follow/close", Map.of());
    assertThat(holder.get(page.path()).path()).isEqualTo("/follow");
  }

  @Test
  void theHolderObjectsToARefusal() {
    String number = CounterSteps.takenIn(lin, "M-00770009");
    String code = code(number);
    assertThat(lin.does(number, "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(number, "refuse", "太多人了").good()).isTrue();
    Person holder = visitor();
    Answer page = opens(holder, number, code);
    String acts = page.path() + "/" + number;
    String version = String.valueOf(steps.cases().find(number).orElseThrow().version());
    String refused = steps.step(number);
    Answer without = holder.form(acts, Map.of("action", "object", "version", version));
    assertThat(without.status()).as("without a reason").isEqualTo(422);
    Map<String, String> objects = Map.of("action", "object", "version", version, "note", "押金早就交了");
    Answer done = holder.form(acts, objects);
    assertThat(done.path()).as(done.words()).isEqualTo(page.path());
    assertThat(steps.step(number)).isNotEqualTo(refused);
    assertThat(steps.lastMove(number).fact("action")).isEqualTo("object");
    assertThat(steps.lastMove(number).actor().account()).isNull();
    assertThat(holder.form(acts, objects).good()).as("twice").isFalse();
  }

  @Test
  void theLinkOfTheSlipNamesNumberAndCodeWhereNoServerReadsThem() {
    String number = CounterSteps.takenIn(lin, "M-00770008");
    Submission sent = store.findByCase(number).orElseThrow();
    Answer slip = lin.person.form(visitOf(number) + "/code", Map.of());
    String code = Applicant.found(CODE, slip.body());
    String link = "http://127.0.0.1:" + port + "/follow#number=" + number + "&code=" + code;
    assertThat(slip.body()).contains(QrCode.of(link).path());
    assertThat(opens(visitor(), number, code).path()).isEqualTo("/follow/" + sent.id());
  }

  @Test
  void anotherCasesCodeOpensNothingAndNoOtherCaseIsActedOn() {
    String mine = CounterSteps.takenIn(lin, "M-00770002");
    String other = CounterSteps.takenIn(lin, "M-00770003");
    String code = code(mine);
    code(other);
    Answer wrong = opens(visitor(), other, code);
    Answer none = opens(visitor(), "LC-20200101-99999", code);
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(none.status()).isEqualTo(404);
    assertThat(wrong.words().replace(other, "")).isEqualTo(none.words());
    Person holder = visitor();
    String page = Applicant.found(FOLLOWED, opens(holder, mine, code).path());
    String otherPage = "/follow/" + store.findByCase(other).orElseThrow().id();
    String version = String.valueOf(steps.cases().find(other).orElseThrow().version());
    Map<String, String> withdraw = Map.of("action", "withdraw", "version", version, "note", "x");
    assertThat(holder.get(otherPage).path()).isEqualTo("/follow");
    assertThat(holder.form(otherPage + "/" + other, withdraw).path()).isEqualTo("/follow");
    assertThat(holder.form(page + "/" + other, withdraw).status()).isEqualTo(404);
    assertThat(steps.cases().find(other).orElseThrow().clocks().closed()).isNull();
    assertThat(visitor().get(page).path()).as("another browser").isEqualTo("/follow");
  }

  @Test
  void aNewCodeEndsTheOldOneAndWhatItOpened() {
    String number = CounterSteps.takenIn(lin, "M-00770004");
    String old = code(number);
    Person holder = visitor();
    String page = opens(holder, number, old).path();
    String fresh = code(number);
    assertThat(holder.get(page).path()).isEqualTo("/follow");
    assertThat(opens(visitor(), number, old).status()).isEqualTo(404);
    assertThat(opens(visitor(), number, fresh).path()).isEqualTo(page);
  }

  @Test
  void guessesHaveToWaitButKeepNobodyOut() {
    String number = CounterSteps.takenIn(lin, "M-00770005");
    String code = code(number);
    for (int i = 0; i < 5; i++) {
      assertThat(opens(visitor(), number, CaseCode.fresh().grouped()).status()).isEqualTo(404);
    }
    assertThat(opens(visitor(), number, CaseCode.fresh().grouped()).status()).isEqualTo(429);
    assertThat(opens(visitor(), number, code).path()).startsWith("/follow/");
  }

  @Test
  void onlyTheOfficerOfTheVisitMakesCodes() {
    String number = CounterSteps.takenIn(lin, "M-00770007");
    Applicant una = new Applicant(port, "una");
    assertThat(una.person.form(visitOf(number) + "/code", Map.of()).status()).isNotEqualTo(200);
    assertThat(new Applicant(port, "mei").person.form(visitOf(number) + "/code", Map.of()).status())
        .isEqualTo(403);
    assertThat(lin.person.form("/window/" + UUID.randomUUID() + "/code", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void whatWasOpenedClosesByItself() {
    String number = CounterSteps.takenIn(lin, "M-00770006");
    OpenByCode.Held held = openByCode.open(number, code(number));
    assertThat(openByCode.find(held, held.submission())).isPresent();
    assertThat(openByCode.find(held, UUID.randomUUID())).isEmpty();
    assertThat(
            time.at(
                time.instant().plus(OpenByCode.LASTS),
                () -> openByCode.find(held, held.submission())))
        .isEmpty();
  }
}
