package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.request.ImportRequests.Course;
import org.yiwang.request.ImportRequests.Tally;
import org.yiwang.story.Person;

/** What the README sends a newcomer to: the shipped sample of San Francisco, seen on its board. */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.pack=packs/san-francisco", "yiwang.demo=true", "yiwang.demo-cases=0"})
class SampleImportTests {
  private static final Path SAMPLE =
      Path.of("packs/san-francisco/service-requests/imports/sample.csv");

  @LocalServerPort private int port;
  @Autowired private ImportRequests imports;
  @Autowired private District district;

  @Test
  void theShippedSampleStandsOnTheBoardOnce(@TempDir Path folder) throws IOException {
    int rows = Files.readAllLines(SAMPLE).size() - 1;
    Tally first = run(folder.resolve("refused.csv"));
    assertThat(first.refused()).isEmpty();
    assertThat(first.added()).isEqualTo(rows).isEqualTo(300);
    seen(first.added());

    Tally second = run(folder.resolve("refused-again.csv"));
    assertThat(second.added()).isZero();
    assertThat(second.known()).isEqualTo(rows);
    seen(first.added());
  }

  /**
   * The board's open cases are the file's, none of them late here, and all cases together are as
   * many as were imported.
   */
  private void seen(long imported) throws IOException {
    Person supervisor = Person.signedIn(URI.create("http://127.0.0.1:" + port), "supervisor");
    String board = supervisor.page("/board", "en").body();
    long open = Files.readAllLines(SAMPLE).stream().filter(row -> row.contains(",Open,")).count();
    assertThat(open).isPositive();
    assertThat(figure(board, "open")).isEqualTo(open);
    assertThat(figure(board, "late")).as("requests of years ago are not late now").isZero();
    assertThat(count(supervisor, "")).isEqualTo(imported);
    assertThat(count(supervisor, "?pace=open")).isEqualTo(open);
    assertThat(count(supervisor, "?pace=closed")).isEqualTo(imported - open);
  }

  private static long count(Person person, String filter) {
    return person.get("/api/cases/count" + filter).json().path("count").asLong();
  }

  /** The figure at the top of the board that opens the list of this pace. */
  private static long figure(String board, String pace) {
    Matcher found =
        Pattern.compile("<a href=\"/desk\\?pace=" + pace + "[^\"]*\"><b[^>]*>([\\d,]+)</b>")
            .matcher(board);
    assertThat(found.find()).as(pace).isTrue();
    return Long.parseLong(found.group(1).replace(",", ""));
  }

  private Tally run(Path refused) throws IOException {
    Defined<ImportMapping> mapping = district.find(RequestPackPart.IMPORTS, "sf311").orElseThrow();
    return imports.run(
        new ImportSource(SAMPLE, mapping.application(), mapping.value()),
        refused,
        new Course(tally -> {}, () -> false));
  }
}
