package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.Verdict.Binding;
import org.yiwang.credential.Verdict.Shown;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;

/** What was asked of a wallet elsewhere and not fetched in time: wiped by a clock, told as over. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class AskedOverTests {
  private static final String PAGE = "/drafts/x/elsewhere/founder-card/";
  private static final String CODE = "the-code-that-came-back";
  private static final SequencedMap<String, NeededElsewhere> NEEDED =
      new LinkedHashMap<>(
          Map.of(
              "card",
              new NeededElsewhere(
                  "library-card", List.of("reader"), Text.same("test"), List.of())));

  @Autowired private AskedStore store;
  @Autowired private AskedClock clock;
  @Autowired private LeadElsewhere lead;
  @Autowired private CheckAnswer check;
  @Autowired private TakeAnswer take;
  @Autowired private AnswersApi answers;
  @Autowired private DistrictTime time;
  @Autowired private JdbcClient sql;

  private final UUID id = UUID.randomUUID();
  private final String state = "state-" + id;
  private Instant over = Instant.EPOCH;

  @BeforeEach
  void aWalletIsAsked() {
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    over = now.plus(AskElsewhere.ANSWERABLE);
    store.insert(
        new AskedStore.Row(
            id, "https://there.example", PAGE + id, "a.b.c", over, false, false, null, false),
        state,
        now);
  }

  @Test
  void anAnswerThatNobodyFetchesIsWipedWhenItsTimeIsOverAndNotBefore() {
    assertThat(store.answer(id, "what its holder presented", CODE, time.instant())).isTrue();
    tick(over.minusMillis(1));
    assertThat(sealed()).isEqualTo(2);
    assertThat(tick(over)).isPositive();
    assertThat(sealed()).isZero();
    assertThat(store.get(id, PAGE).answered()).isTrue();
    assertThat(tick(over)).isZero();
  }

  @Test
  void whoComesLateIsToldSoBeforeAndAfterTheClockHasRun() {
    assertThat(store.answer(id, "what its holder presented", CODE, time.instant())).isTrue();
    for (int round = 0; round < 2; round++) {
      late(() -> lead.get(id, PAGE), "credential-request-over");
      late(() -> check.check(id, PAGE, CODE, NEEDED), "credential-request-over");
      late(() -> take.take(id, Map.of("card", checked())), "credential-request-over");
      late(() -> check.check(id, PAGE, "guessed", NEEDED), "credential-other-code");
      late(() -> check.check(id, "/drafts/y/", CODE, NEEDED), "credential-request-missing");
      tick(over);
    }
  }

  @Test
  void aWalletThatAnswersLateIsToldSoToo() {
    for (int round = 0; round < 2; round++) {
      late(() -> answers.answer(state, "{\"wanted\":[\"x~\"]}", null), "credential-request-over");
      late(() -> answers.answer("guessed", "{}", null), "credential-request-missing");
      tick(over);
    }
  }

  @Test
  void afterSomeWeeksNothingIsRememberedOfIt() {
    Instant last = over.plus(AskedClock.REMEMBERED);
    tick(last);
    refused(last, () -> lead.get(id, PAGE), "credential-request-over");
    tick(last.plusSeconds(1));
    refused(last, () -> lead.get(id, PAGE), "credential-request-missing");
  }

  private int tick(Instant at) {
    return time.at(at, clock::tick);
  }

  private void late(ThrowingCallable tried, String code) {
    refused(over, tried, code);
  }

  private void refused(Instant at, ThrowingCallable tried, String code) {
    assertThatThrownBy(() -> at(at, tried))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
  }

  private void at(Instant at, ThrowingCallable tried) throws Throwable {
    Throwable thrown =
        time.at(
            at,
            () -> {
              try {
                tried.call();
                return new AssertionError("nothing was refused");
              } catch (Throwable refused) {
                return refused;
              }
            });
    throw thrown;
  }

  private int sealed() {
    return sql.sql("select num_nonnulls(signed, answer) from credential_asked where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private CheckedElsewhere checked() {
    Shown shown =
        new Shown(
            "https://there.example",
            Text.same("There"),
            "library-card",
            Text.same("Card"),
            "1",
            null,
            null,
            null,
            Map.of("reader", "x"),
            null);
    return new CheckedElsewhere(
        shown,
        new Binding("https://here.example", "test", id.toString(), null),
        new TakenElsewhere(shown.issuerName(), shown.typeName(), "1", shown.claims()));
  }
}
