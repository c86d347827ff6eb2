package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.matter.MostUsed;
import org.yiwang.matter.MostUsed.Use;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** What is used most is counted from the applications of the last days; else nothing is shown. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.submission.tick=PT5H",
      "yiwang.casework.tick=PT5H"
    })
class MostUsedTests {
  @LocalServerPort int port;
  @Autowired MostUsed used;
  @Autowired DistrictTime time;

  private Answer found(String query, String language) {
    return new Person(URI.create("http://127.0.0.1:" + port)).page("/matters" + query, language);
  }

  @Test
  void nothingIsInventedAndWhatWasAskedForIsCounted() {
    assertThat(found("", "zh").words()).doesNotContain("最近大家常办");
    new Applicant(port, "mei").apply(Applicant.ALL_LATER_OR_PROMISED);
    assertThat(found("", "zh").words()).contains("最近大家常办");
    Answer en = found("", "en");
    String section = en.body().split("id=\"used\"")[1].split("<h2")[0];
    assertThat(section).contains("Most used of late", "href=\"/matters/room-key\"");
    assertThat(section).doesNotContain("renew-card");
    assertThat(found("?q=key", "en").body())
        .as("not beside a search")
        .doesNotContain("id=\"used\"");

    assertThat(used.list(90, 6)).containsExactly(new Use(false, "room-key", 1));
    Instant later = time.instant().plus(Duration.ofDays(91));
    assertThat(time.at(later, () -> used.list(90, 6))).isEqualTo(List.of());
  }

  @Test
  void readingItGivesTheConnectionBack() {
    for (int i = 0; i < 40; i++) { // more often than there are connections
      assertThat(found("", "zh").status()).isEqualTo(200);
    }
  }

  @Test
  void mattersAreFoundByTheirUnit() {
    Answer all = found("", "en");
    String units = all.body().split("id=\"units\"")[1];
    assertThat(units).contains("By unit", "href=\"/matters?unit=card-desk\"");
    Answer desk = found("?unit=card-desk", "en");
    String section = desk.body().split("id=\"unit\"")[1].split("</ul>")[0];
    assertThat(section).contains("href=\"/matters/renew-card\"", "href=\"/matters/room-key\"");
    assertThat(found("?unit=nobody", "en").body()).doesNotContain("id=\"unit\"");
    assertThat(found("?unit=%22%3E", "en").status()).isEqualTo(200);
  }
}
