package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSessionRepository;
import org.yiwang.calendar.DistrictTime;

/**
 * The last use of a session is written down now and then, and a wrong clock makes none immortal.
 */
class SparingSessionsTests {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final SparingSessions sessions =
      new SparingSessions(
          new MapSessionRepository(new ConcurrentHashMap<>()),
          EVERY,
          new DistrictTime(now::get, ZoneOffset.UTC));

  private String usedAt(Instant then) {
    SparingSessions.Sparing made = sessions.createSession();
    made.setLastAccessedTime(then);
    sessions.save(made);
    return made.getId();
  }

  private SparingSessions.Sparing found(String id) {
    return Objects.requireNonNull(sessions.findById(id));
  }

  private Instant now() {
    return Objects.requireNonNull(now.get());
  }

  @Test
  void aUseIsWrittenDownOnceAMinute() {
    var session = found(usedAt(now()));
    Instant first = session.getLastAccessedTime();
    session.setLastAccessedTime(first.plus(EVERY));
    assertThat(session.getLastAccessedTime()).isEqualTo(first);
    session.setLastAccessedTime(first.plus(EVERY).plusSeconds(1));
    assertThat(session.getLastAccessedTime()).isAfter(first);
  }

  @Test
  void aClockThatIsPutBackALittleIsFollowedBack() {
    var session = found(usedAt(now().plus(SparingSessions.AHEAD).minusSeconds(60)));
    session.setLastAccessedTime(now());
    assertThat(session.getLastAccessedTime()).isEqualTo(now());
  }

  @Test
  void aSessionOfAClockThatWasAYearAheadIsNoneAnyMore() {
    String id = usedAt(now().plus(Duration.ofDays(365)));
    assertThat(sessions.findById(id)).isNull();
  }
}
