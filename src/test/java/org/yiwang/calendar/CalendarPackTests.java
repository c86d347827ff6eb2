package org.yiwang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarPackTests {
  @Test
  void readsAPublishedYear() {
    Holidays.Year year = HolidayFiles.read(Path.of("packs/yangpu/calendar/2026.json"));
    assertThat(year.year()).isEqualTo(2026);
    assertThat(year.days()).hasSize(39);
  }

  @Test
  void findsFilesByPatternInOrder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.json"), "");
    Files.writeString(folder.resolve("a.json"), "");
    Files.writeString(folder.resolve("LICENSE"), "");
    assertThat(HolidayFiles.matching(folder::resolve, "*.json"))
        .extracting(path -> path.getFileName().toString())
        .isEqualTo(List.of("a.json", "b.json"));
    assertThat(HolidayFiles.matching(folder::resolve, "nowhere/*.json")).isEmpty();
    assertThat(HolidayFiles.matching(folder::resolve, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"year\": \"2026\", \"days\": []}",
        "{\"year\": 2026, \"days\": [{\"name\": \"元旦\", \"date\": \"2026-01-01\"}]}",
        "{\"year\": 2026, \"days\": [{\"name\": \"元旦\", \"date\": \"1 Jan\", \"isOffDay\": true}]}"
      })
  void saysWhatIsWrongWithAFile(String content, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("2026.json"), content);
    assertThatThrownBy(() -> HolidayFiles.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s)(The file|A day|\"1 Jan\").*\\.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9-12", "09:00", "09:00-12:00-13:00", "24:00-25:00"})
  void refusesHoursThatAreNone(String written) {
    assertThatThrownBy(() -> Hours.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a span of hours");
  }
}
