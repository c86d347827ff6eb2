package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.request.ImportRequests.Course;
import org.yiwang.request.ImportRequests.Tally;

/** A file of San Francisco's open data, with good rows and bad ones, taken over twice. */
@ProgramTest
@TestPropertySource(properties = "yiwang.pack=packs/san-francisco")
class ImportRequestsTests {
  private static final String HEADER =
      "city,id,created,closed,status,dept,cat,sub,text,res,addr,area,lat,lon,due\n";
  private static final String ROWS =
      """
      sf,1,2016-07-13T15:11:07,2016-07-14T12:13:22,Closed,PUC Sewer Ops,Sewer Issues,Odor,Smell,Done,1 MAIN ST,,37.77807,-122.4051,
      sf,2,2016-07-13T15:11:07,,Open,PUC Sewer Ops,Sewer Issues,Flooding,Water,,Not associated with a specific address,,0.0,0.0,
      sf,3,2016-07-14T15:11:07,2016-07-13T12:13:22,Closed,PUC,Sewer Issues,Odor,,,,,0.0,0.0,
      sf,4,yesterday,,Open,PUC,Sewer Issues,Odor,,,,,0.0,0.0,
      sf,,2016-07-14T15:11:07,,Open,PUC,Sewer Issues,Odor,,,,,0.0,0.0,
      sf,6,2016-07-14T15:11:07,,Open,PUC,Sewer Issues,Odor,,,,,51.5,0.1,
      sf,7,2016-07-14T15:11:07,,Open,PUC,Sewer Issues,Odor,,,,,north,west,
      """;

  @Autowired private ImportRequests imports;
  @Autowired private District district;
  @Autowired private Cases cases;
  @Autowired private JdbcClient sql;

  @Test
  void goodRowsAreTakenOverOnceAndBadOnesSayWhy(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("old.csv"), HEADER + ROWS);
    Path refused = folder.resolve("refused.csv");

    Tally first = run(file, refused);
    assertThat(first.added()).isEqualTo(2);
    assertThat(first.refused())
        .containsOnlyKeys(
            "closed before it was opened 办结早于登记",
            "unreadable 读不懂 opening time 登记时间",
            "no key 没有编号",
            "position outside the district 位置不在本区",
            "position is not a number 坐标不是数字");
    assertThat(Files.readAllLines(refused)).hasSize(6);

    Tally second = run(file, refused);
    assertThat(second.added()).isZero();
    assertThat(second.known()).isEqualTo(2);
  }

  @Test
  void historicTimesAreKept(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("one.csv"),
            HEADER + ROWS.lines().findFirst().orElseThrow().replace("sf,1,", "sf,100,"));
    run(file, folder.resolve("refused.csv"));

    List<Case> found = new ArrayList<>();
    for (int i = 1; i < 500 && found.isEmpty(); i++) {
      cases
          .find("SF-20160713-%05d".formatted(i))
          .filter(c -> c.clocks().closed() != null)
          .ifPresent(found::add);
    }
    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().clocks().opened()).hasToString("2016-07-13T22:11:07Z");
    assertThat(found.getFirst().clocks().closed()).hasToString("2016-07-14T19:13:22Z");
    assertThat(found.getFirst().position().waiting()).isFalse();
    assertThat(cases.publicHistory(found.getFirst())).hasSize(2);
  }

  @Test
  void aRowThatIsNoTextIsRefusedAlone(@TempDir Path folder) throws IOException {
    String good = ROWS.lines().findFirst().orElseThrow().replace("sf,1,", "sf,300,") + "\n";
    String bad = good.replace("sf,300,", "sf,301,").replace("Smell", "Sm\0ell");
    Path file = Files.writeString(folder.resolve("nul.csv"), HEADER + bad + good);

    Tally tally = run(file, folder.resolve("refused.csv"));

    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.refused()).containsOnlyKeys("a character that no text has 含有文字里没有的字符 (NUL)");
  }

  @Test
  void theSameRowTwiceInOneFileIsOneCaseWithOneLineOfHistory(@TempDir Path folder)
      throws IOException {
    String row = ROWS.lines().findFirst().orElseThrow().replace("sf,1,", "sf,200,") + "\n";
    Path file = Files.writeString(folder.resolve("twice.csv"), HEADER + row + row);

    Tally tally = run(file, folder.resolve("refused.csv"));

    assertThat(tally.added()).isEqualTo(1);
    assertThat(tally.known()).isEqualTo(1);
    noGhosts();
  }

  @Test
  void twoImportsOfTheSameFileAtOnceMakeEachCaseOnce(@TempDir Path folder) throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 1500; i++) {
      rows.append(
              ROWS.lines().findFirst().orElseThrow().replace("sf,1,", "sf,%d,".formatted(5000 + i)))
          .append('\n');
    }
    Path file = Files.writeString(folder.resolve("many.csv"), rows);
    long added = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Callable<Tally> one =
          () -> run(file, folder.resolve("refused" + Thread.currentThread().threadId()));
      for (Future<Tally> each : pool.invokeAll(List.of(one, one))) {
        added += each.get().added();
      }
    }
    assertThat(added).isEqualTo(1500);
    noGhosts();
  }

  /** Each imported case has exactly one line of history, and no line is about no case. */
  private void noGhosts() {
    assertThat(
            sql.sql(
                    """
                    select count(*) from journal_entry
                     where subject like 'case:%'
                       and substr(subject, 6) not in (select number from casework_case)
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            sql.sql(
                    """
                    select count(*) from request_request
                     where number not in (select number from casework_case)
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  private Tally run(Path file, Path refused) throws IOException {
    Defined<ImportMapping> mapping = district.find(RequestPackPart.IMPORTS, "sf311").orElseThrow();
    return imports.run(
        new ImportSource(file, mapping.application(), mapping.value()),
        refused,
        new Course(tally -> {}, () -> false));
  }
}
