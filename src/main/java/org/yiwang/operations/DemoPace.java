package org.yiwang.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Case;

/** When things happen in the demo: mostly by day, mostly in time, sometimes not. */
final class DemoPace {
  /** How many of a hundred reports come in each hour of the day. */
  private static final List<Double> HOURS =
      List.of(
          0.6, 0.4, 0.3, 0.2, 0.3, 0.8, 2.2, 5.0, 8.0, 9.2, 8.6, 7.0, 4.8, 5.6, 7.4, 7.8, 7.0, 6.2,
          5.0, 4.4, 3.8, 2.9, 1.6, 0.9);

  private static final Duration URGENT = Duration.ofHours(6);
  private static final Duration LATEST = Duration.ofHours(40);
  private static final LocalTime MORNING = LocalTime.of(7, 30);

  private final ZoneId zone;
  private final DemoChance chance;

  DemoPace(ZoneId zone, DemoChance chance) {
    this.zone = zone;
    this.chance = chance;
  }

  /** Moments of one day at which somebody reports something. */
  List<Instant> reports(LocalDate day, double many) {
    List<Instant> all = new ArrayList<>();
    for (int hour = 0; hour < HOURS.size(); hour++) {
      double share = many * HOURS.get(hour) / 100;
      while (share > 0 && chance.in(Math.min(1, share))) {
        all.add(
            day.atTime(hour, 0)
                .atZone(zone)
                .toInstant()
                .plusSeconds((long) chance.between(0, 3600)));
        share -= 1;
      }
    }
    return all;
  }

  /** When the next thing happens to a case that is dealt with in time. */
  Instant inTime(Case of, Instant now) {
    Instant end = end(of);
    if (end == null || !end.isAfter(now)) {
      return now.plusSeconds((long) chance.between(300, 4 * 3600));
    }
    double share = chance.between(0.06, 0.75);
    Duration left = Duration.between(now, end);
    Instant wanted = now.plusSeconds(Math.max(90, (long) (left.toSeconds() * share * share)));
    return left.compareTo(URGENT) < 0 ? wanted : byDay(wanted, end);
  }

  /** When the next thing happens to a case that is not. */
  Instant tooLate(Case of, Instant now) {
    Instant end = end(of);
    if (end == null) {
      return inTime(of, now);
    }
    Duration given = Duration.between(now, end);
    double over = Math.min(LATEST.toSeconds(), Math.max(1800, given.toSeconds() * 0.8));
    return end.plusSeconds((long) chance.between(600, 600 + over));
  }

  /** Some days later, by day. */
  Instant daysLater(Instant now, double most) {
    return byDay(now.plusSeconds((long) (chance.between(0.05, most) * 86_400)), Instant.MAX);
  }

  private static @Nullable Instant end(Case of) {
    Instant step = of.clocks().stepDue();
    Instant whole = of.clocks().due();
    if (step == null || whole == null) {
      return step == null ? whole : step;
    }
    return step.isBefore(whole) ? step : whole;
  }

  private Instant byDay(Instant wanted, Instant end) {
    ZonedDateTime local = wanted.atZone(zone);
    int hour = local.getHour();
    if (hour >= 7 && hour < 21) {
      return wanted;
    }
    LocalDate day = hour < 7 ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    Instant morning =
        day.atTime(MORNING).atZone(zone).toInstant().plusSeconds((long) chance.between(0, 5400));
    return morning.isBefore(end) ? morning : wanted;
  }
}
