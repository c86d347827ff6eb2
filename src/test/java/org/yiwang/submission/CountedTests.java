package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** Each figure of matters is the number of rows of the list that it opens. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class CountedTests {
  private static final Pattern CELL =
      Pattern.compile(
          "<a href=\"(/matters/figures/list[^\"]*)\"><span class=\"visually-hidden\">[^<]*</span>"
              + "([^<]*)</a>");
  private static final Pattern HEADLINE =
      Pattern.compile(
          "<a href=\"(/matters/figures/list[^\"]*)\"><b[^>]*>([^<]*)</b> <span>[^<]*</span></a>"
              + "\\s*(?:<small>([^<]*)</small>)?");
  private static final Pattern ROW = Pattern.compile("<tr>\\s*<td");
  private static final Pattern FIGURE = Pattern.compile("<td[^>]*class=\"number\">([^<]*)</td>");

  @LocalServerPort private int port;
  private Applicant keeper;

  @BeforeEach
  void twoApplyAndOneIsGranted() {
    Application first = new Applicant(port, "mei").apply(Applicant.ALL_LATER_OR_PROMISED);
    new Applicant(port, "tao").apply(Applicant.ALL_LATER_OR_PROMISED);
    Applicant mei = new Applicant(port, "mei");
    assertThat(new Applicant(port, "lin").does(first.number(), "accept", "").good()).isTrue();
    mei.person.file(first.href() + "/papers/portrait", "file-portrait", Applicant.PNG);
    mei.person.file(first.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    keeper = new Applicant(port, "keeper");
    assertThat(keeper.does(first.number(), "grant", "").good()).isTrue();
  }

  @Test
  void everyNumberOfTheTablesEqualsItsList() {
    List<MatchResult> cells = found(CELL, keeper.person.get("/matters/figures"));
    assertThat(cells).hasSizeGreaterThanOrEqualTo(3);
    for (MatchResult cell : cells) {
      String href = cell.group(1).replace("&amp;", "&");
      if (!cell.group(2).contains("%")) {
        assertThat(rows(href)).as(href).isEqualTo(Long.parseLong(cell.group(2)));
      }
    }
  }

  @Test
  void sharesAndSumsAreThoseOfTheirLists() {
    Map<String, String> notes = new TreeMap<>();
    for (MatchResult one : found(HEADLINE, keeper.person.get("/matters/figures"))) {
      notes.put(
          one.group(1).replace("&amp;", "&") + " " + one.group(2) + " " + one.group(3),
          one.group(2));
      String href = one.group(1).replace("&amp;", "&");
      String note = String.valueOf(one.group(3));
      if (note.contains("件已办好的")) {
        long inTime = rows(href.replace("of=granted", "of=in-time"));
        assertThat(note).startsWith(inTime + "/" + rows(href) + " ");
      } else if (note.contains("个问题")) {
        assertThat(note).startsWith(sum(href, 1) + "/" + sum(href, 0) + " ");
      } else if (note.contains("份材料")) {
        assertThat(note).startsWith(sum(href, 3) + "/" + sum(href, 2) + " ");
      } else {
        assertThat(rows(href)).as(href).isEqualTo(Long.parseLong(one.group(2)));
      }
    }
    assertThat(notes).as("applications, trips, questions, papers, in time").hasSize(5);
  }

  @Test
  void whoeverDoesNotSeeAllCasesIsToldWhyThereIsNoList() {
    Answer page = new Applicant(port, "mei").person.get("/matters/figures");
    assertThat(page.body()).doesNotContain("/matters/figures/list");
    assertThat(page.words()).contains("只对能看全部办件的工作人员打开");
    assertThat(new Applicant(port, "mei").person.get("/matters/figures/list?of=granted").status())
        .isEqualTo(403);
    assertThat(keeper.person.get("/matters/figures/list?of=nonsense").words()).contains("办事数据");
    assertThat(keeper.person.get("/matters/figures/list?of=sent&page=999999").status())
        .isEqualTo(200);
  }

  private long rows(String href) {
    Answer list = keeper.person.get(href);
    assertThat(list.status()).as(href).isEqualTo(200);
    return ROW.matcher(list.body()).results().count();
  }

  /** Of the figures in each row the one at that place, added up. */
  private long sum(String href, int place) {
    List<MatchResult> figures = found(FIGURE, keeper.person.get(href));
    long sum = 0;
    for (int i = place; i < figures.size(); i += 4) {
      sum += Long.parseLong(figures.get(i).group(1).strip());
    }
    return sum;
  }

  private static List<MatchResult> found(Pattern what, Answer page) {
    return what.matcher(page.body()).results().toList();
  }
}
