package org.yiwang.calendar;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads holiday files (放假安排) in the widespread JSON shape {@code {year, days: [{name, date,
 * isOffDay}]}}, which mirrors the yearly notice of the State Council.
 */
final class HolidayFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HolidayFiles() {}

  /** Files that a pattern such as {@code calendar/*.json} names, in order of their names. */
  static List<Path> matching(Function<String, Path> pack, @Nullable String pattern) {
    if (pattern == null) {
      return List.of();
    }
    int slash = pattern.lastIndexOf('/');
    Path folder = pack.apply(slash < 0 ? "." : pattern.substring(0, slash));
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(folder, pattern.substring(slash + 1))) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new IllegalArgumentException("The folder " + folder + " cannot be read.", e);
      }
    }
    files.sort(null);
    return files;
  }

  /**
   * @throws IllegalArgumentException with one sentence saying what is wrong with the file
   */
  static Holidays.Year read(Path file) {
    try {
      JsonNode root = JSON.readTree(file.toFile());
      JsonNode year = root.path("year");
      if (!year.isInt() || !root.path("days").isArray()) {
        throw new IllegalArgumentException("The file has no \"year\" number and \"days\" list.");
      }
      List<Holidays.Day> days = new ArrayList<>();
      root.path("days").forEach(day -> days.add(day(day)));
      return new Holidays.Year(year.intValue(), List.copyOf(days));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new IllegalArgumentException("The file is not JSON, see line " + line + ".", e);
    }
  }

  private static Holidays.Day day(JsonNode day) {
    if (!day.path("name").isString()
        || !day.path("date").isString()
        || !day.path("isOffDay").isBoolean()) {
      throw new IllegalArgumentException(
          "A day lacks \"name\", \"date\" or \"isOffDay\": " + day + ".");
    }
    String date = day.path("date").stringValue();
    try {
      return new Holidays.Day(
          day.path("name").stringValue(),
          LocalDate.parse(date),
          day.path("isOffDay").booleanValue());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + date + "\" is not a date.", e);
    }
  }
}
