package org.yiwang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;

/** What must hold for every deadline, whatever the instant and the limit. */
class DeadlineLawTests {
  private final OfficeDays days = Calendars.officeDays();
  private final WorkingCalendar calendar = new CountedCalendar(days);

  @Property(tries = 500)
  void aDeadlineIsNeverBeforeItsBeginning(
      @ForAll("instants") Instant from, @ForAll("limits") TimeLimit limit) {
    assertThat(calendar.due(from, limit).due()).isAfter(from);
  }

  @Property(tries = 500)
  void whoeverBeginsLaterIsNotDueEarlier(
      @ForAll("instants") Instant one,
      @ForAll("instants") Instant other,
      @ForAll("limits") TimeLimit limit) {
    Instant first = OfficeDays.earlier(one, other);
    Instant second = OfficeDays.later(one, other);
    assertThat(calendar.due(first, limit).due())
        .isBeforeOrEqualTo(calendar.due(second, limit).due());
  }

  @Property(tries = 500)
  void moreTimeIsNeverDueEarlier(
      @ForAll("instants") Instant from, @ForAll("limits") TimeLimit limit) {
    TimeLimit more = new TimeLimit(limit.amount() + 1, limit.unit());
    assertThat(calendar.due(from, limit).due()).isBeforeOrEqualTo(calendar.due(from, more).due());
  }

  @Property(tries = 500)
  void workingUnitsEndWhileOfficesWork(
      @ForAll("instants") Instant from, @ForAll("limits") TimeLimit limit) {
    Instant due = calendar.due(from, limit).due();
    if (limit.unit().restsWithOffices()) {
      Duration justBefore = days.worked(days.dayOf(due), due.minusMillis(1), due);
      assertThat(justBefore).isEqualTo(Duration.ofMillis(1));
    }
  }

  @Property(tries = 500)
  void workingHoursAddUp(@ForAll("instants") Instant from, @ForAll("limits") TimeLimit limit) {
    TimeLimit hours = new TimeLimit(limit.amount(), TimeLimit.Unit.WORKING_HOURS);
    Instant due = calendar.due(from, hours).due();
    Duration sum =
        days.dayOf(from)
            .datesUntil(days.dayOf(due).plusDays(1))
            .map(day -> days.worked(day, from, due))
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(sum).isEqualTo(Duration.ofHours(limit.amount()));
  }

  @Property(tries = 500)
  void everyDeadlineExplainsItself(
      @ForAll("instants") Instant from, @ForAll("limits") TimeLimit limit) {
    var because = calendar.due(from, limit).because();
    assertThat(because).hasSizeGreaterThanOrEqualTo(2);
    assertThat(because)
        .allSatisfy(
            line -> {
              assertThat(line.zh()).isNotBlank();
              assertThat(line.en()).isNotBlank();
            });
  }

  @Property(tries = 500)
  void whatIsLeftTurnsLateExactlyAtTheDeadline(
      @ForAll("instants") Instant from, @ForAll("limits") TimeLimit limit) {
    Instant due = calendar.due(from, limit).due();
    assertThat(calendar.remaining(due, due, limit.unit()).late()).isFalse();
    assertThat(calendar.remaining(due.plusMillis(1), due, limit.unit()).late()).isTrue();
    assertThat(calendar.remaining(from, due, limit.unit()).words().en()).endsWith(" left");
  }

  @Provide
  Arbitrary<Instant> instants() {
    return DateTimes.instants()
        .between(Instant.parse("2024-12-20T00:00:00Z"), Instant.parse("2027-02-01T00:00:00Z"));
  }

  @Provide
  Arbitrary<TimeLimit> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 90), Arbitraries.of(TimeLimit.Unit.class))
        .as(TimeLimit::new);
  }
}
