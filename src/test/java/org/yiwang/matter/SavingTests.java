package org.yiwang.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;

/** What a bundle saves in questions, papers, visits and days, as counted by hand. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class SavingTests {
  /** A Monday morning with no holiday in the weeks after it. */
  private static final Instant MONDAY = Instant.parse("2026-11-23T01:30:00Z");

  @LocalServerPort int port;
  @Autowired Matters matters;

  private Saving all(String id) {
    Bundle bundle = matters.findBundle(id).orElseThrow();
    Set<String> members =
        bundle.members().stream().map(Bundle.Member::matter).collect(Collectors.toSet());
    return matters.saving(bundle, members, MONDAY);
  }

  @Test
  void openingAFirm() {
    // Tuesday the licence, on Wednesday the four others. One after the other: Tuesday, Wednesday,
    // Thursday, Friday, and the fifth on Monday.
    assertThat(all("open-firm")).isEqualTo(new Saving(32, 50, 1, 12, 0, 5, 2, 7));
  }

  @Test
  void afterADeath() {
    // Tuesday, Thursday, and five working days for both that follow: until the Thursday after.
    assertThat(all("passing")).isEqualTo(new Saving(21, 44, 1, 11, 0, 4, 10, 17));
  }

  @Test
  void workingDaysAndCalendarDaysAddUpByTheCalendar() {
    // Three days of the calendar and three working days, both until Thursday; one after the other
    // until the Tuesday after, the weekend between.
    assertThat(all("begin-building")).isEqualTo(new Saving(29, 37, 3, 7, 0, 2, 3, 8));
  }

  @Test
  void aVisitServesAllMatters() {
    Saving saving = all("two-diseases");
    assertThat(saving.visits()).isOne();
    assertThat(saving.visitsBefore()).isEqualTo(3);
  }

  @Test
  void onlyWhatIsAskedForCounts() {
    Bundle firm = matters.findBundle("open-firm").orElseThrow();
    Saving two = matters.saving(firm, Set.of("company-registration", "seal-filing"), MONDAY);
    assertThat(two.visitsBefore()).isEqualTo(2);
    assertThat(two.days()).isEqualTo(2);
    assertThat(two.daysBefore()).isEqualTo(2);
  }

  @Test
  void theStartPageShowsAllFour() {
    Saving saving = matters.saving(matters.findBundle("open-firm").orElseThrow());
    Person visitor = new Person(URI.create("http://127.0.0.1:" + port));
    String zh = visitor.page("/bundles/open-firm", "zh").words();
    assertThat(zh)
        .contains("32 个问题，分开办要 50 个", "1 份材料，分开办要 12 份", "0 趟，分开办要 5 趟")
        .contains(saving.days() + " 天，一项接一项办要 " + saving.daysBefore() + " 天");
    assertThat(saving.days()).isLessThan(saving.daysBefore());
    assertThat(visitor.page("/bundles/open-firm", "en").words())
        .contains("32 questions instead of 50", "1 paper instead of 12", "0 visits instead of 5")
        .contains(
            saving.days() + " days instead of " + saving.daysBefore() + " one after the other");
  }
}
