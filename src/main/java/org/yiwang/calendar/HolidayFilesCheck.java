package org.yiwang.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Source;

/** Holiday files are there, can be read, list one year each and do not contradict each other. */
final class HolidayFilesCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<CalendarDefinition> defined : pack.list(CalendarPackPart.CALENDAR)) {
      String pattern = defined.value().holidays();
      List<Path> files = HolidayFiles.matching(pack::file, pattern);
      if (pattern != null && files.isEmpty()) {
        problems.add(
            pack.at(defined.value(), "holidays"),
            "CAL-03",
            "No holiday file matches \"" + pattern + "\".",
            "Add a file for each year, or leave the key out where there are no holidays.");
      }
      Reading reading = new Reading(problems);
      Path root = pack.file("");
      files.forEach(file -> reading.read(file, root.relativize(file).toString()));
    }
  }

  private static final class Reading {
    private final Problems problems;
    private final Set<Integer> years = new HashSet<>();
    private final Map<LocalDate, Boolean> days = new HashMap<>();

    Reading(Problems problems) {
      this.problems = problems;
    }

    void read(Path file, String name) {
      try {
        Lines lines = new Lines(name.replace('\\', '/'), Files.readAllLines(file));
        read(HolidayFiles.read(file), lines);
      } catch (IOException | IllegalArgumentException e) {
        problems.add(
            new Source(name.replace('\\', '/'), 1),
            "CAL-04",
            String.valueOf(e.getMessage()),
            "Take the file as published: a year, and days with name, date and isOffDay.");
      }
    }

    private void read(Holidays.Year year, Lines lines) {
      if (!years.add(year.year())) {
        problems.add(
            lines.last("\"year\""),
            "CAL-05",
            "The year " + year.year() + " is listed a second time.",
            "Keep one file for each year.");
      }
      year.days().forEach(day -> look(day, year.year(), lines.last(day.date().toString())));
    }

    private void look(Holidays.Day day, int year, Source source) {
      Boolean before = days.put(day.date(), day.off());
      if (before != null && before != day.off()) {
        problems.add(
            source,
            "CAL-06",
            day.date() + " is a holiday in one line and a working day in another.",
            "Keep the one that is right.");
      }
      // an arrangement may reach some days into its neighbours, as New Year does
      long fromMidyear = day.date().toEpochDay() - LocalDate.of(year, 7, 1).toEpochDay();
      if (Math.abs(fromMidyear) > 200) {
        problems.add(
            source,
            "CAL-07",
            day.date() + " does not belong to " + year + ".",
            "Check the date, or the file's year.");
      }
    }
  }

  /** The text of a file, to point at lines. */
  private record Lines(String name, List<String> lines) {
    Source last(String words) {
      for (int i = lines.size() - 1; i >= 0; i--) {
        if (lines.get(i).contains(words)) {
          return new Source(name, i + 1);
        }
      }
      return new Source(name, 1);
    }
  }
}
