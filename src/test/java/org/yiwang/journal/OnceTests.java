package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.yiwang.DatabaseTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.page.RefusedException;

/** One key, one effect, one answer. */
class OnceTests extends DatabaseTest {
  private volatile Instant now = Instant.parse("2026-11-23T01:00:00Z");
  private Once once;

  @BeforeAll
  void wire() {
    once = new Once(jdbc(), new DistrictTime(() -> now, ZoneId.of("Asia/Shanghai")));
  }

  private String once(String key, String owner, String asked, Supplier<String> work) {
    return Objects.requireNonNull(transaction().execute(t -> once.once(key, owner, asked, work)));
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndDoesNothing() {
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      assertThat(once("k1", "wang", "asked", () -> "answer " + done.incrementAndGet()))
          .isEqualTo("answer 1");
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void theSameKeyAtTheSameTimeHasOneEffect() {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(6);
    List<CompletableFuture<String>> all =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          together.countDown();
                          await(together);
                          return once("k2", "wang", "asked", () -> slow(done));
                        },
                        task -> Thread.ofVirtual().start(task)))
            .toList();
    assertThat(all).extracting(CompletableFuture::join).containsOnly("answer 1");
    assertThat(done).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String slow(AtomicInteger done) {
    Awaitility.await().pollInSameThread().until(this::somebodyWaits);
    return "answer " + done.incrementAndGet();
  }

  /** Whether another of them stands before a lock by now. */
  private boolean somebodyWaits() {
    return jdbc()
        .sql("select exists (select from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void aKeyIsNotUsedForSomethingElse() {
    once("k3", "wang", "dispatch", () -> "done");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> once("k3", "wang", "close", () -> "done too"))
        .satisfies(
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo("idempotency-key-reused"));
  }

  @Test
  void keysOfTwoSendersNeverMeet() {
    assertThat(once("k4", "wang", "asked", () -> "hers")).isEqualTo("hers");
    assertThat(once("k4", "li", "other", () -> "his")).isEqualTo("his");
  }

  @Test
  void whatFailedMayBeSentAgain() {
    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(
            () ->
                once(
                    "k5",
                    "wang",
                    "asked",
                    () -> {
                      throw new DuplicateKeyException("no");
                    }));
    assertThat(once("k5", "wang", "asked", () -> "second time")).isEqualTo("second time");
  }

  @Test
  void withoutAKeyNothingIsRemembered() {
    AtomicInteger done = new AtomicInteger();
    once(" ", "wang", "asked", () -> "a" + done.incrementAndGet());
    once(" ", "wang", "asked", () -> "a" + done.incrementAndGet());
    assertThat(done).hasValue(2);
  }

  @Test
  void aKeyOfAThousandCharactersIsRefused() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> once("k".repeat(1000), "wang", "asked", () -> "x"))
        .satisfies(
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo("idempotency-key-too-long"));
  }

  @Test
  void afterAWeekAKeyIsForgotten() {
    once("k6", "wang", "asked", () -> "first");
    now = now.plusSeconds(8 * 86_400);
    once.forgetOld();
    assertThat(once("k6", "wang", "asked", () -> "again")).isEqualTo("again");
  }
}
