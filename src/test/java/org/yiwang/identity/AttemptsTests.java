package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.page.RefusedException;

/** Failures make the next try wait, longer each time, for known and unknown accounts alike. */
class AttemptsTests extends DatabaseTest {
  private static final String HOME = "203.0.113.7";
  private static final String ELSEWHERE = "198.51.100.9";
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");

  private Attempts attempts() {
    return new Attempts(new AttemptStore(jdbc()));
  }

  private void fail(String login, String address, int times) {
    for (int i = 0; i < times; i++) {
      attempts().count(login, now);
      attempts().failed(address, now);
    }
  }

  @Test
  void fourFailuresAreForgivenAndTheFifthMakesWait() {
    fail("four", HOME, 4);
    assertThatCode(() -> attempts().refuseLockedOut("four", HOME, now)).doesNotThrowAnyException();

    fail("four", HOME, 1);
    assertThatThrownBy(() -> attempts().refuseLockedOut("four", HOME, now))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("locked-out");
    assertThatThrownBy(() -> attempts().refuseLockedOut("FOUR ", ELSEWHERE, now))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void theWaitEndsAndDoublesWithEachFurtherFailureUpToAQuarterOfAnHour() {
    fail("wait", "192.0.2.1", 5);
    now = now.plus(Attempts.FIRST_WAIT);
    assertThatCode(() -> attempts().refuseLockedOut("wait", ELSEWHERE, now))
        .doesNotThrowAnyException();

    fail("wait", "192.0.2.1", 1);
    now = now.plus(Attempts.FIRST_WAIT);
    assertThatThrownBy(() -> attempts().refuseLockedOut("wait", ELSEWHERE, now))
        .isInstanceOf(RefusedException.class);

    assertThat(Attempts.waitAfter(0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(Attempts.waitAfter(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Attempts.waitAfter(1000)).isEqualTo(Attempts.LONGEST_WAIT);
  }

  @Test
  void aRightPasswordForgetsTheLoginAndADayForgetsEverything() {
    fail("forgiven", "192.0.2.2", 4);
    attempts().forget("forgiven");
    fail("forgiven", "192.0.2.2", 1);
    assertThatCode(() -> attempts().refuseLockedOut("forgiven", ELSEWHERE, now))
        .doesNotThrowAnyException();

    fail("tomorrow", "192.0.2.3", 4);
    now = now.plus(Attempts.FORGOTTEN_AFTER).plusSeconds(1);
    fail("tomorrow", "192.0.2.3", 1);
    assertThatCode(() -> attempts().refuseLockedOut("tomorrow", ELSEWHERE, now))
        .doesNotThrowAnyException();
  }

  @Test
  void anAddressThatTriesManyAccountsHasToWaitToo() {
    for (int i = 0; i < Attempts.FREE_FOR_AN_ADDRESS; i++) {
      fail("guess-" + i, "2001:db8::" + i, 1);
    }
    assertThatThrownBy(() -> attempts().refuseLockedOut("nobody", "2001:db8::ffff", now))
        .isInstanceOf(RefusedException.class);
    assertThatCode(() -> attempts().refuseLockedOut("nobody", "2001:db8:1::1", now))
        .doesNotThrowAnyException();
  }

  /** Looking first and counting afterwards would let all of them through. */
  @Test
  void ofManyTriesAtTheSameTimeFromManyAddressesOnlyTheFreeOnesAreLookedAt() throws Exception {
    try (var all = Executors.newFixedThreadPool(6)) {
      List<Callable<Boolean>> tries = Collections.nCopies(40, () -> isCounted("besieged"));
      long looked = 0;
      for (Future<Boolean> one : all.invokeAll(tries)) {
        looked += one.get() ? 1 : 0;
      }
      assertThat(looked).isEqualTo(Attempts.FREE_FOR_A_LOGIN);
    }
  }

  private boolean isCounted(String login) {
    try {
      attempts().count(login, now);
      return true;
    } catch (RefusedException locked) {
      return false;
    }
  }

  /** A clock that was a year ahead for a while must not shut people out for a year. */
  @Test
  void aLockOfAClockThatWasPutBackHoldsNobodyUpAndTheNextOneDoes() {
    Instant right = now;
    now = right.plus(Duration.ofDays(366));
    fail("put-back", "192.0.2.88", Attempts.FREE_FOR_A_LOGIN);
    now = right;
    assertThatCode(() -> attempts().refuseLockedOut("put-back", "192.0.2.88", now))
        .doesNotThrowAnyException();

    fail("put-back", "192.0.2.88", 1);
    assertThatThrownBy(() -> attempts().refuseLockedOut("put-back", ELSEWHERE, now))
        .isInstanceOf(RefusedException.class);
    now = right.plus(Attempts.LONGEST_WAIT);
    assertThatCode(() -> attempts().refuseLockedOut("put-back", ELSEWHERE, now))
        .doesNotThrowAnyException();
  }

  @Test
  void neitherLoginsNorAddressesStandInTheTable() {
    fail("secret-login", "192.0.2.77", 1);

    assertThat(jdbc().sql("select key from identity_attempt").query(String.class).list())
        .noneMatch(key -> key.contains("secret") || key.contains("192.0.2"));
  }
}
