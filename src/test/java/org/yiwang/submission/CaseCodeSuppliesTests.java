package org.yiwang.submission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.matter.Answers;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Fact;
import org.yiwang.party.NewFact;
import org.yiwang.party.Parties;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.CodeSteps.Holder;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/**
 * Whoever has no account supplies what was asked for, and hands in what was to follow, by the code
 * on their slip: this application, and nothing beside it.
 */
@CounterTest
class CaseCodeSuppliesTests {
  private static final Map<String, String> RIGHT = Map.of("post_address", "河边路 5 号 2 幢");
  private static final Map<String, byte[]> RECEIPT = Map.of("file-deposit", Applicant.PNG);

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private SubmissionStore store;
  @Autowired private PaperStore papers;
  @Autowired private OwedStore owed;
  @Autowired private Posting.Maker postings;
  @Autowired private WantedMaker wanted;
  @Autowired private OpenByCode openByCode;
  @Autowired private GiveSupplement giveSupplement;
  @Autowired private GiveOwed giveOwed;
  @Autowired private Parties parties;
  @Autowired private Journal journal;
  @Autowired private DistrictTime time;

  private CounterSteps counter;
  private CodeSteps codes;
  private Applicant lin;

  @BeforeEach
  void linSignsIn() {
    lin = new Applicant(port, "lin");
    counter = new CounterSteps(program);
    codes = new CodeSteps(port, lin, store);
  }

  @AfterEach
  void nobodyStaysAtTheCounter() {
    counter.nobodyStaysAtTheCounter();
  }

  /** Taken in, asked for an answer and a paper, and opened by the code. */
  private Holder asked(String member) {
    String number = CounterSteps.takenIn(lin, member);
    Holder holder = codes.holder(number);
    CounterSteps.asked(lin, number);
    return holder;
  }

  private Submission sent(Holder holder) {
    return store.findByCase(holder.number()).orElseThrow();
  }

  private UUID receipt(Holder holder) {
    Supply supply = requireNonNull(sent(holder).filled().supplies().get("deposit"));
    assertThat(supply.way()).isEqualTo(Way.UPLOAD);
    return requireNonNull(supply.id());
  }

  @Test
  void exactlyWhatWasAskedForIsSupplied() {
    Holder holder = asked("M-00790001");
    assertThat(holder.seen().body()).contains("\"" + holder.supplement() + "\"");
    assertThat(holder.seen().words()).contains("去补正").doesNotContain("到窗口，由工作人员");
    Answer page = holder.person().get(holder.supplement());
    assertThat(page.words()).contains("请写上楼号").contains("请交押金收据").doesNotContain("常来的时间");
    assertThat(page.body()).contains("河边路 5 号").doesNotContain("/applications");
    Answer done = holder.supplies(RIGHT, RECEIPT);
    assertThat(done.path()).as(done.words()).isEqualTo(holder.page());
    assertThat(counter.step(holder.number())).isEqualTo("received");
    assertThat(sent(holder).filled().answers().at("post_address")).isEqualTo("河边路 5 号 2 幢");
    assertThat(papers.find(receipt(holder)).orElseThrow().account()).startsWith("code:");
    assertThat(counter.lastMove(holder.number()).actor().account()).isNull();
    assertThat(lin.person.get("/cases/" + holder.number()).words()).contains("河边路 5 号 2 幢");
    assertThat(journal.list(sent(holder).subject()).toString())
        .contains("done=" + holder.number() + " supplied");
  }

  @Test
  void whatIsMissingOrWrongStandsBesideItAndNothingIsLost() {
    Holder holder = asked("M-00790002");
    Answer missing = holder.supplies(Map.of("post_address", ""), Map.of());
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.body()).contains("f-post_address").contains("f-file-deposit");
    byte[] script = "<svg/>".getBytes(StandardCharsets.UTF_8);
    Answer wrong = holder.supplies(RIGHT, Map.of("file-deposit", script));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("2 幢");
    Answer kept = holder.supplies(Map.of("post_address", ""), RECEIPT);
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.words()).contains("已上传，还没有提交");
    String paper = kept(kept);
    Answer done =
        holder.supplies(Map.of("post_address", "河边路 6 号", "kept-deposit", paper), Map.of());
    assertThat(done.path()).as(done.words()).isEqualTo(holder.page());
    assertThat(receipt(holder)).hasToString(paper);
  }

  private static String kept(Answer page) {
    return Applicant.found(
            Pattern.compile("name=\"kept-deposit\" value=\"[0-9a-f-]{36}"), page.body())
        .replaceAll(".*\"", "");
  }

  @Test
  void nothingIsPutInThatOnlyTheFileSays() {
    Holder holder = asked("M-00790003");
    parties.learn(
        sent(holder).party(),
        List.of(
            new NewFact(
                "post-address",
                "秘密街 77 号",
                new Fact.Source(Fact.Source.Kind.COUNTER, "lin", null),
                Fact.Confidence.STATED,
                null)),
        Actor.SYSTEM);
    assertThat(holder.person().get(holder.supplement()).body())
        .contains("河边路 5 号")
        .doesNotContain("秘密街");
    assertThat(holder.seen().body()).doesNotContain("秘密街");
  }

  /** The form asks for a name; without one only the file would say whom to post it to. */
  @Test
  void whereItIsPostedTheFilesNameIsNotPutIn() {
    Submission sent = sent(codes.holder(CounterSteps.takenIn(lin, "M-00790012")));
    Submission nameless =
        sent.with(sent.filled().with(sent.filled().answers().with("reader_name", null)));
    Case of = counter.cases().find(number(sent)).orElseThrow();
    Posting posting = postings.of(of, nameless, wanted.get(Target.matter("room-key")));
    assertThat(posting.proposed().name()).as("signed in").isEqualTo("小安");
    assertThat(posting.said().name()).as("by code").isEmpty();
    assertThat(posting.said().address()).isEqualTo("河边路 5 号");
  }

  private String number(Submission sent) {
    return requireNonNull(store.listParts(sent.id()).getFirst().number());
  }

  @Test
  void sentTwiceItIsSuppliedOnce() throws Exception {
    Holder holder = asked("M-00790004");
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Answer> first = both.submit(() -> holder.supplies(RIGHT, RECEIPT));
      Future<Answer> second = both.submit(() -> holder.supplies(RIGHT, RECEIPT));
      assertThat(List.of(first.get().good(), second.get().good())).containsOnlyOnce(true);
    }
    assertThat(holder.supplies(RIGHT, RECEIPT).status()).as("once more").isEqualTo(404);
    assertThat(holder.person().get(holder.supplement()).status()).isEqualTo(404);
    assertThat(moves(holder, "supplied")).isEqualTo(1);
  }

  private long moves(Holder holder, String action) {
    return journal.list("case:" + holder.number()).stream()
        .filter(entry -> action.equals(entry.fact("action")))
        .count();
  }

  @Test
  void noOtherCaseAndNobodyElsesUpload() {
    Holder mine = asked("M-00790005");
    Holder other = asked("M-00790006");
    String foreign = other.page() + "/" + other.number() + "/supplement";
    String mixed = mine.page() + "/" + other.number() + "/supplement";
    assertThat(mine.person().get(foreign).path()).isEqualTo("/follow");
    assertThat(mine.person().form(foreign, RIGHT, RECEIPT).path()).isEqualTo("/follow");
    assertThat(mine.person().get(mixed).status()).isEqualTo(404);
    assertThat(mine.person().form(mixed, RIGHT, RECEIPT).status()).isEqualTo(404);
    assertThat(
            mine.person()
                .file(other.page() + "/papers/portrait", "file-portrait", Applicant.PNG)
                .path())
        .isEqualTo("/follow");
    String theirs = kept(other.supplies(Map.of("post_address", ""), RECEIPT));
    Answer taken =
        mine.supplies(Map.of("post_address", "河边路 7 号", "kept-deposit", theirs), Map.of());
    assertThat(taken.status()).as("the upload of another").isEqualTo(422);
    assertThat(taken.body()).contains("f-file-deposit").doesNotContain(theirs);
    assertThat(counter.step(other.number())).isEqualTo("supplement");
    assertThat(lin.person.get(mine.supplement()).path()).as("no code").isEqualTo("/follow");
    String signedIn = mine.supplement().replace("/follow", "/applications");
    assertThat(mine.person().get(signedIn).path()).startsWith("/sign-in");
    assertThat(mine.person().form(signedIn, RIGHT, RECEIPT).path()).startsWith("/sign-in");
  }

  @Test
  void aCodeThatWasMadeAnewEndsWhatTheOldOneOpenedAndUploaded() {
    Holder old = asked("M-00790007");
    String paper = kept(old.supplies(Map.of("post_address", ""), RECEIPT));
    Holder fresh = codes.holder(old.number());
    assertThat(old.person().get(old.supplement()).path()).isEqualTo("/follow");
    assertThat(old.supplies(RIGHT, RECEIPT).path()).isEqualTo("/follow");
    assertThat(old.handsIn("portrait").path()).isEqualTo("/follow");
    assertThat(counter.step(old.number())).isEqualTo("supplement");
    Answer taken =
        fresh.supplies(Map.of("post_address", "河边路 8 号", "kept-deposit", paper), Map.of());
    assertThat(taken.status()).as("left by the old code").isEqualTo(422);
    assertThat(fresh.supplies(RIGHT, RECEIPT).path()).isEqualTo(fresh.page());
  }

  @Test
  void afterHalfAnHourNothingIsTakenIn() {
    Holder holder = asked("M-00790008");
    OpenByCode.Held held = openByCode.open(holder.number(), codes.code(holder.number()));
    Hand hand = Hand.byCode(held);
    UUID id = held.submission();
    GiveSupplement.Asked page = giveSupplement.asked(id, holder.number(), hand);
    Answers right = page.sent().filled().answers().with("post_address", "河边路 9 号");
    var given = new GiveSupplement.Given(right, Map.of(), List.of());
    time.at(
        time.instant().plus(OpenByCode.LASTS),
        () -> {
          refused(() -> giveSupplement.asked(id, holder.number(), hand));
          refused(() -> giveSupplement.give(page, given, hand));
          refused(() -> giveOwed.give(page.sent(), "portrait", UUID.randomUUID(), hand));
          return true;
        });
    assertThat(counter.step(holder.number())).isEqualTo("supplement");
    assertThat(owed.findOpen(id, "portrait")).isPresent();
  }

  private static void refused(ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOf(RefusedException.class)
        .satisfies(
            thrown ->
                assertThat(((RefusedException) thrown).refusals().getFirst().code())
                    .isEqualTo(
                        SubmissionRefusals.submissionMissing().refusals().getFirst().code()));
  }

  @Test
  void onceItIsOverNothingIsSuppliedAnyMore() {
    Holder holder = asked("M-00790009");
    String version = String.valueOf(counter.cases().find(holder.number()).orElseThrow().version());
    holder
        .person()
        .form(
            holder.page() + "/" + holder.number(),
            Map.of("action", "withdraw", "version", version));
    assertThat(counter.step(holder.number())).isEqualTo("withdrawn");
    assertThat(holder.supplies(RIGHT, RECEIPT).good()).isFalse();
    assertThat(holder.handsIn("portrait").status()).isEqualTo(404);
    assertThat(counter.step(holder.number())).isEqualTo("withdrawn");
    assertThat(sent(holder).filled().answers().at("post_address")).isEqualTo("河边路 5 号");
    assertThat(holder.seen().words()).contains("已撤回").doesNotContain("去补正");
  }

  @Test
  void aPaperThatWasToFollowIsHandedInOnce() {
    String number = CounterSteps.takenIn(lin, "M-00790010");
    Holder holder = codes.holder(number);
    assertThat(holder.seen().words()).contains("需要补交的材料").contains("最迟");
    Answer none = holder.person().form(holder.page() + "/papers/portrait", Map.of(), Map.of());
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("f-file-portrait");
    assertThat(none.words()).contains("谁看过");
    Answer done = holder.handsIn("portrait");
    assertThat(done.path()).as(done.words()).isEqualTo(holder.page());
    assertThat(done.words()).contains("照片 已补交");
    Answer again = holder.handsIn("portrait");
    assertThat(again.status()).isEqualTo(404);
    assertThat(holder.handsIn("home").status()).as("never owed").isEqualTo(404);
    UUID application = sent(holder).id();
    assertThat(owed.findOpen(application, "portrait")).isEmpty();
    assertThat(owed.findOpen(application, "deposit")).isPresent();
    assertThat(journal.list("submission:" + application).toString())
        .contains("submission.paper-given")
        .contains("done=paper-given portrait");
  }

  @Test
  void whoeverFindsASlipFillsNoDisk() {
    String number = CounterSteps.takenIn(lin, "M-00790011");
    Holder holder = codes.holder(number);
    CounterSteps.asked(lin, number);
    for (int i = 0; i < 3; i++) {
      assertThat(holder.supplies(Map.of("post_address", ""), RECEIPT).words()).contains("还没有提交");
    }
    Answer over = holder.supplies(RIGHT, RECEIPT);
    assertThat(over.status()).isEqualTo(422);
    assertThat(over.words()).contains("凭这个办件码上传的文件已到上限（3 个");
  }
}
