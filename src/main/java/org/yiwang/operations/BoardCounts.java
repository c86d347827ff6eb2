package org.yiwang.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.yiwang.casework.Turnaround;

/**
 * All counts of a board, taken together (盘面): within what one viewer may see, as of one moment.
 *
 * @param parts by street, or by grid where the board is one street's
 * @param groups by category group
 * @param opened by day of opening, the last 30 days
 * @param closed by day of closing, the last 30 days
 */
record BoardCounts(
    Instant at,
    LocalDate today,
    Now now,
    Turnaround month,
    Turnaround week,
    Map<String, Part> parts,
    Map<String, Part> groups,
    Map<String, Long> opened,
    Map<String, Long> closed) {
  /** Days of the trend, and of the shares of what was closed. */
  static final int DAYS = 30;

  /** What stands open now, what today brought, and what was ever closed. */
  record Now(
      long open,
      long dueToday,
      long late,
      long escalated,
      long openedToday,
      long closedToday,
      long closed) {}

  /** One street, grid or group. */
  record Part(long open, long late, Turnaround month) {
    static final Part NONE = new Part(0, 0, Turnaround.NONE);

    /** Both together, as far as can be added: how long they took cannot. */
    Part and(Part other) {
      var both =
          new Turnaround(
              month.closed() + other.month.closed(),
              month.onTime() + other.month.onTime(),
              month.late() + other.month.late(),
              null,
              null);
      return new Part(open + other.open, late + other.late, both);
    }
  }

  /** The first of the last 30 days, today among them. */
  LocalDate since() {
    return today.minusDays(DAYS - 1L);
  }

  Part part(String code) {
    return parts.getOrDefault(code, Part.NONE);
  }

  /** All of these groups together. */
  Part groups(Set<String> ids) {
    return ids.stream().map(id -> groups.getOrDefault(id, Part.NONE)).reduce(Part.NONE, Part::and);
  }
}
