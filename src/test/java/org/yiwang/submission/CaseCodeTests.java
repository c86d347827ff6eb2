package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

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
  private static final Pattern FOLLOWED = Pattern.compile("/follow/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private OpenByCode openByCode;
  @Autowired private MakeCode makeCode;
  @Autowired private DistrictTime time;
  @Autowired private SubmissionStore store;
  @Autowired private ApplicationContext program;

  private Applicant lin;
  private CounterSteps steps;
  private CodeSteps codes;

  @BeforeEach
  void theOfficerSignsIn() {
    lin = new Applicant(port, "lin");
    steps = new CounterSteps(program);
    codes = new CodeSteps(port, lin, store);
  }

  @AfterEach
  void nobodyStays() {
    steps.nobodyStaysAtTheCounter();
  }

  @Test
  void codesAreLongAndHaveNoSignsThatLookAlike() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      CaseCode code = CaseCode.fresh();
      assertThat(code.grouped()).matches(CodeSteps.CODE);
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
    assertThat(lin.person.get(codes.visitOf(number)).words()).contains("发办件码");
    String code = codes.code(number);
    Person holder = codes.visitor();
    Answer page = CodeSteps.opens(holder, number.toLowerCase(Locale.ROOT), code.replace("-", " "));
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
    String code = codes.code(number);
    assertThat(lin.does(number, "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(number, "refuse", "太多人了").good()).isTrue();
    Person holder = codes.visitor();
    Answer page = CodeSteps.opens(holder, number, code);
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
    Answer slip = lin.person.form(codes.visitOf(number) + "/code", Map.of());
    String code = Applicant.found(CodeSteps.CODE, slip.body());
    String link = "http://127.0.0.1:" + port + "/follow#number=" + number + "&code=" + code;
    assertThat(slip.body()).contains(QrCode.of(link).path());
    assertThat(CodeSteps.opens(codes.visitor(), number, code).path())
        .isEqualTo("/follow/" + sent.id());
  }

  @Test
  void anotherCasesCodeOpensNothingAndNoOtherCaseIsActedOn() {
    String mine = CounterSteps.takenIn(lin, "M-00770002");
    String other = CounterSteps.takenIn(lin, "M-00770003");
    String code = codes.code(mine);
    codes.code(other);
    Answer wrong = CodeSteps.opens(codes.visitor(), other, code);
    Answer none = CodeSteps.opens(codes.visitor(), "LC-20200101-99999", code);
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(none.status()).isEqualTo(404);
    assertThat(wrong.words().replace(other, "")).isEqualTo(none.words());
    Person holder = codes.visitor();
    String page = Applicant.found(FOLLOWED, CodeSteps.opens(holder, mine, code).path());
    String otherPage = "/follow/" + store.findByCase(other).orElseThrow().id();
    String version = String.valueOf(steps.cases().find(other).orElseThrow().version());
    Map<String, String> withdraw = Map.of("action", "withdraw", "version", version, "note", "x");
    assertThat(holder.get(otherPage).path()).isEqualTo("/follow");
    assertThat(holder.form(otherPage + "/" + other, withdraw).path()).isEqualTo("/follow");
    assertThat(holder.form(page + "/" + other, withdraw).status()).isEqualTo(404);
    assertThat(steps.cases().find(other).orElseThrow().clocks().closed()).isNull();
    assertThat(codes.visitor().get(page).path()).as("another browser").isEqualTo("/follow");
  }

  @Test
  void aNewCodeEndsTheOldOneAndWhatItOpened() {
    String number = CounterSteps.takenIn(lin, "M-00770004");
    String old = codes.code(number);
    Person holder = codes.visitor();
    String page = CodeSteps.opens(holder, number, old).path();
    String fresh = codes.code(number);
    assertThat(holder.get(page).path()).isEqualTo("/follow");
    assertThat(CodeSteps.opens(codes.visitor(), number, old).status()).isEqualTo(404);
    assertThat(CodeSteps.opens(codes.visitor(), number, fresh).path()).isEqualTo(page);
  }

  @Test
  void aNewCodeIsReadUnderWhoLookedAndLaterNeedsThePersonAgain() {
    String number = CounterSteps.takenIn(lin, "M-00770010");
    String first = codes.code(number);
    assertThat(CodeSteps.opens(codes.visitor(), number, first).words())
        .contains("发了办件码")
        .doesNotContain("发了新的办件码");
    String fresh = codes.code(number);
    Person holder = codes.visitor();
    Answer page = CodeSteps.opens(holder, number, fresh);
    assertThat(page.words()).containsOnlyOnce("发了新的办件码，以前的作废").contains("问为什么");
    assertThat(holder.page(page.path(), "en").words()).contains("Made a new case code");

    UUID visit = UUID.fromString(codes.visitOf(number).substring("/window/".length()));
    var gone = time.instant().plus(MakeCode.STAYS);
    assertThat(time.at(gone, () -> makeCode.find(steps.visits().find(visit).orElseThrow())))
        .as("the person has gone")
        .isEmpty();
    Answer again = CounterSteps.opened(lin, number, "M-00770010");
    assertThat(again.good()).as(again.shortly()).isTrue();
    CounterVisit received =
        steps.visits().find(UUID.fromString(steps.openVisit().substring(8))).orElseThrow();
    assertThat(time.at(gone, () -> makeCode.find(received))).isPresent();
  }

  @Test
  void guessesHaveToWaitButKeepNobodyOut() {
    String number = CounterSteps.takenIn(lin, "M-00770005");
    String code = codes.code(number);
    for (int i = 0; i < 5; i++) {
      assertThat(CodeSteps.opens(codes.visitor(), number, CaseCode.fresh().grouped()).status())
          .isEqualTo(404);
    }
    assertThat(CodeSteps.opens(codes.visitor(), number, CaseCode.fresh().grouped()).status())
        .isEqualTo(429);
    assertThat(CodeSteps.opens(codes.visitor(), number, code).path()).startsWith("/follow/");
  }

  @Test
  void onlyTheOfficerOfTheVisitMakesCodes() {
    String number = CounterSteps.takenIn(lin, "M-00770007");
    Applicant una = new Applicant(port, "una");
    assertThat(una.person.form(codes.visitOf(number) + "/code", Map.of()).status())
        .isNotEqualTo(200);
    assertThat(
            new Applicant(port, "mei")
                .person
                .form(codes.visitOf(number) + "/code", Map.of())
                .status())
        .isEqualTo(403);
    assertThat(lin.person.form("/window/" + UUID.randomUUID() + "/code", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void whatWasOpenedClosesByItself() {
    String number = CounterSteps.takenIn(lin, "M-00770006");
    OpenByCode.Held held = openByCode.open(number, codes.code(number));
    assertThat(openByCode.find(held, held.submission())).isPresent();
    assertThat(openByCode.find(held, UUID.randomUUID())).isEmpty();
    assertThat(
            time.at(
                time.instant().plus(OpenByCode.LASTS),
                () -> openByCode.find(held, held.submission())))
        .isEmpty();
  }
}
