package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A trusted region that answers as slowly as it can costs whoever asks a moment, and nobody else.
 */
class SlowRegionTests {
  private static final Duration MOMENT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicLong now = new AtomicLong();
  private SlowRegion region;

  @BeforeEach
  void open() throws IOException {
    region = new SlowRegion();
  }

  @AfterEach
  void close() throws IOException {
    region.close();
  }

  private FetchedIssuer issuer(Duration patience) {
    return new FetchedIssuer(region.url(), new Fetch(true, patience), now::get);
  }

  private void later(Duration by) {
    now.addAndGet(by.toNanos());
  }

  @Test
  void anAnswerHasToBeWholeInTimeAndNotOnlyBegun() throws InterruptedException {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> new Fetch(true, MOMENT).get(region.url()))
        .withMessage("no whole answer in time");
    region.letGo().await();
    assertThat(region.asked()).isEqualTo(1);
  }

  @Test
  void manyWhoWaitForOneAnswerAreToldTogether() throws Exception {
    FetchedIssuer issuer = issuer(MOMENT);
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> all = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        all.add(() -> told(issuer));
      }
      for (Future<String> each : many.invokeAll(all)) {
        assertThat(each.get()).isEqualTo("unavailable");
      }
    }
    assertThat(region.asked()).as("asked once for all of them").isEqualTo(1);
  }

  private static String told(FetchedIssuer issuer) {
    try {
      return issuer.keys().toString();
    } catch (UnavailableException silent) {
      return "unavailable";
    }
  }

  @Test
  void thatNothingWasAnsweredIsKeptForAMomentOnly() {
    FetchedIssuer hasty = issuer(MOMENT);
    assertThat(told(hasty)).isEqualTo("unavailable");
    region.slow(false);
    assertThat(told(hasty)).isEqualTo("unavailable");
    assertThat(region.asked()).isEqualTo(1);

    FetchedIssuer patient = issuer(LONG);
    assertThat(told(patient)).contains("k1");
    region.slow(true);
    later(KeptAnswers.SILENCE_KEPT.plusSeconds(1));
    assertThat(told(patient)).as("answers are kept longer").contains("k1");
    assertThat(told(hasty)).isEqualTo("unavailable");
    assertThat(region.asked()).as("asked again").isEqualTo(3);
  }

  /** Somebody shows a key that does not exist: nobody else's credential suffers for it. */
  @Test
  void whoAsksForAnUnknownKeyTakesNoKnownOneAway() throws IOException {
    region.slow(false);
    FetchedIssuer issuer = issuer(LONG);
    assertThat(issuer.findKey("k1")).isPresent();
    assertThat(issuer.findKey("k2")).isEmpty();
    later(Duration.ofSeconds(31));
    region.close();
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> issuer.findKey("k2"));
    assertThat(issuer.findKey("k1")).isPresent();
    assertThat(issuer.findKey("k2")).isEmpty();
  }

  @Test
  void nobodyIsAskedInsideATransaction() {
    region.slow(false);
    FetchedIssuer issuer = issuer(LONG);
    assertThat(issuer.findKey("k1")).isPresent();
    TransactionSynchronizationManager.setActualTransactionActive(true);
    try {
      assertThatIllegalStateException().isThrownBy(issuer::keys);
      assertThatIllegalStateException().isThrownBy(() -> issuer.findKey("k1"));
      assertThatIllegalStateException().isThrownBy(() -> issuer.statusList(region.url()));
    } finally {
      TransactionSynchronizationManager.setActualTransactionActive(false);
    }
  }
}
