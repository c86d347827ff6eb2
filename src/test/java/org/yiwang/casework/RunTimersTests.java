package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.casework.Graphs.Way;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.journal.Entry;

/** What happens to cases whose time is over. */
class RunTimersTests extends DatabaseTest {
  private Bench bench;

  @BeforeAll
  void wire() {
    var archive = Map.of("archive", Graphs.to("gone", "system"));
    var needs = new Asks(Need.REQUIRED, null, null, null, null, null, null, List.of());
    var poison = Map.of("act", new Way("gone", List.of("system")).asking(needs).action());
    bench =
        Bench.with(
            database(),
            Graphs.graph(
                "rising",
                "told",
                Map.of(
                    "told",
                    Graphs.timed(
                        "checker",
                        "30 minutes",
                        null,
                        List.of(
                            Graphs.raise(null, "officer"),
                            Graphs.raise("20 minutes", "leader"),
                            Graphs.raise("2 urgent-hours", "leader")),
                        Map.of("so", Graphs.to("gone", "checker"))),
                    "gone",
                    Graphs.end())),
            Graphs.graph(
                "archiving",
                "told",
                Map.of(
                    "told",
                    Graphs.timed("checker", "30 minutes", "archive", List.of(), archive),
                    "gone",
                    Graphs.end())),
            Graphs.graph(
                "poisoned",
                "told",
                Map.of(
                    "told",
                    Graphs.timed("checker", "10 minutes", "act", List.of(), poison),
                    "gone",
                    Graphs.end())));
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @BeforeEach
  void emptyDesk() {
    jdbc().sql("delete from casework_case").update();
  }

  private CaseClock clock() {
    return bench.get(CaseClock.class);
  }

  private Case open(String lifecycle) {
    return bench.open(Bench.draft(lifecycle));
  }

  @Test
  void nothingHappensBeforeTheTime() {
    Case opened = open("rising");
    bench.clock.pass(Duration.ofMinutes(30).minusMillis(1));
    assertThat(clock().tick()).isZero();
    assertThat(bench.reread(opened)).isEqualTo(opened);
    assertThat(clock().findNext()).contains(opened.clocks().opened().plus(Duration.ofMinutes(30)));
  }

  @Test
  void aLateCaseIsRaisedStepByStep() {
    Case opened = open("rising");
    bench.clock.pass(Duration.ofMinutes(31));
    assertThat(clock().tick()).isEqualTo(1);
    Case once = bench.reread(opened);
    assertThat(once.position().raisedTo()).containsExactly("officer");
    assertThat(once.version()).isEqualTo(2);
    assertThat(once.late(bench.clock.instant())).isTrue();
    bench.clock.pass(Duration.ofMinutes(20));
    clock().tick();
    assertThat(bench.reread(opened).position().raisedTo()).containsExactly("officer", "leader");
    bench.clock.pass(Duration.ofHours(2));
    clock().tick();
    Case last = bench.reread(opened);
    assertThat(last.position().escalation()).isEqualTo(3);
    assertThat(last.position().raisedTo()).containsExactly("officer", "leader");
    bench.clock.pass(Duration.ofDays(300));
    assertThat(clock().tick()).isZero();
    assertThat(bench.cases().history(opened)).extracting(Entry::kind).hasSize(4);
    assertThat(Replay.of(bench.cases().history(last)).differences(last)).isEmpty();
  }

  @Test
  void theClockActsWhereTheLifecycleSaysSo() {
    Case opened = open("archiving");
    bench.clock.pass(Duration.ofMinutes(30));
    clock().tick();
    Case gone = bench.reread(opened);
    assertThat(gone.position().step()).isEqualTo("gone");
    assertThat(gone.clocks().closed()).isEqualTo(bench.clock.instant());
    assertThat(bench.cases().history(gone).getLast().actor().name().zh()).isEqualTo("系统");
  }

  @Test
  void aStepThatWasLeftInTimeIsNotRaised() {
    Case opened = open("rising");
    Move move = new Move(opened.number(), 1, "so", Move.Given.NOTHING);
    bench.cases().act(move, Mover.of(Folk.anywhere("zhao", "checker")));
    bench.clock.pass(Duration.ofDays(30));
    assertThat(clock().tick()).isZero();
    assertThat(clock().findNext()).isEmpty();
  }

  @Test
  void oneTimerThatFailsHoldsUpNoOther() {
    Case poisoned = open("poisoned");
    Case sound = open("rising");
    bench.clock.pass(Duration.ofMinutes(31));
    clock().tick();
    assertThat(bench.reread(poisoned)).isEqualTo(poisoned);
    assertThat(bench.reread(sound).position().escalation()).isEqualTo(1);
    assertThat(bench.cases().history(poisoned)).hasSize(1);
    Instant again = bench.clock.instant().plus(RunTimers.AGAIN);
    assertThat(nextTimer(poisoned)).isEqualTo(again);
  }

  private Instant nextTimer(Case of) {
    return jdbc()
        .sql("select next_timer from casework_case where number = ?")
        .param(of.number())
        .query((row, index) -> row.getTimestamp(1).toInstant())
        .single();
  }

  @Test
  void severalInstancesRaiseEachCaseOnce() {
    int cases = 250;
    IntStream.range(0, cases).forEach(i -> open("rising"));
    bench.clock.pass(Duration.ofMinutes(30));
    List<CompletableFuture<Integer>> ticks =
        IntStream.range(0, 3)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> clock().tick()))
            .toList();
    assertThat(ticks.stream().mapToInt(CompletableFuture::join).sum()).isLessThanOrEqualTo(cases);
    clock().tick(); // whoever met only locked cases came back with nothing
    assertThat(
            jdbc()
                .sql("select count(*) from casework_case where escalation = 1 and version = 2")
                .query(Integer.class)
                .single())
        .isEqualTo(cases);
  }

  @Test
  void aCaseThatSomebodyIsMovingIsLeftForLater() throws Exception {
    Case held = open("rising");
    Case free = open("rising");
    bench.clock.pass(Duration.ofMinutes(30));
    var locked = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(
            () ->
                transaction()
                    .executeWithoutResult(
                        open -> {
                          jdbcLock(held);
                          locked.countDown();
                          await(release);
                        }));
    assertThat(locked.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(clock().tick()).isEqualTo(1);
    assertThat(bench.reread(free).position().escalation()).isEqualTo(1);
    assertThat(bench.reread(held).position().escalation()).isZero();
    release.countDown();
    holder.join();
    assertThat(clock().tick()).isEqualTo(1);
    assertThat(bench.reread(held).position().escalation()).isEqualTo(1);
  }

  private void jdbcLock(Case of) {
    jdbc()
        .sql("select 1 from casework_case where number = ? for update")
        .param(of.number())
        .query(Integer.class)
        .single();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
