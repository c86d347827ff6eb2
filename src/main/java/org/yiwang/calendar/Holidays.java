package org.yiwang.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days that differ from the week's habit (节假日与补班): holidays and make-up working days. */
final class Holidays {
  private final Map<LocalDate, Day> days = new HashMap<>();
  private final Set<Integer> years = new HashSet<>();

  /**
   * @param name the holiday it belongs to, as its file names it
   * @param off true: nobody works; false: a make-up working day
   */
  record Day(String name, LocalDate date, boolean off) {}

  /** One file: the arrangement of one year. */
  record Year(int year, List<Day> days) {}

  Holidays(List<Year> arrangements) {
    for (Year year : arrangements) {
      years.add(year.year());
      // the arrangement of a year may begin in the last days of the year before
      year.days().forEach(day -> days.put(day.date(), day));
    }
  }

  @Nullable Day find(LocalDate date) {
    return days.get(date);
  }

  boolean knows(int year) {
    return years.contains(year);
  }
}
