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
    // Only the articles are uploaded (identity and licence are fetched, two papers are promised),
    // with the registration alone as well; every one of the five is asked for from home.
    // Tuesday the licence, on Wednesday the four others. One after the other: Tuesday, Wednesday,
    // Thursday, Friday, and the fifth on Monday.
    assertThat(all("open-firm")).isEqualTo(new Saving(32, 50, 1, 1, 0, 0, 2, 7));
  }

  @Test
  void afterADeath() {
    // One upload, the last medical record; kinship is proved or promised.
    // Tuesday, Thursday, and five working days for both that follow: until the Thursday after.
    assertThat(all("passing")).isEqualTo(new Saving(21, 44, 1, 1, 0, 0, 10, 17));
  }

  @Test
  void workingDaysAndCalendarDaysAddUpByTheCalendar() {
    // Drawings, the safety plan, the contract with the haulier: none of them asked for twice.
    // Three days of the calendar and three working days, both until Thursday; one after the other
    // until the Tuesday after, the weekend between.
    assertThat(all("begin-building")).isEqualTo(new Saving(29, 37, 3, 3, 0, 0, 3, 8));
  }

  @Test
  void anUploadThatTwoMattersAskForIsGivenOnce() {
    // The contract for the tax and for the register; the old certificate once.
    assertThat(all("flat").papers()).isEqualTo(2);
    assertThat(all("flat").papersBefore()).isEqualTo(3);
    // The drawings as built for two authorities; the survey once.
    assertThat(all("accept-and-register").papers()).isEqualTo(2);
    assertThat(all("accept-and-register").papersBefore()).isEqualTo(3);
  }

  /** The screening needs one visit, alone or in the bundle; the two others need none. */
  @Test
  void onlyDeclaredVisitsCount() {
    assertThat(all("two-diseases").visits()).isOne();
    assertThat(all("two-diseases").visitsBefore()).isOne();
  }

  @Test
  void onlyWhatIsAskedForCounts() {
    Bundle firm = matters.findBundle("open-firm").orElseThrow();
    Saving two = matters.saving(firm, Set.of("company-registration", "seal-filing"), MONDAY);
    assertThat(two.questionsBefore()).isLessThan(50);
    assertThat(two.days()).isEqualTo(2);
    assertThat(two.daysBefore()).isEqualTo(2);
  }

  @Test
  void theStartPageSaysWhatIsSavedAndWhatIsNot() {
    Saving saving = matters.saving(matters.findBundle("open-firm").orElseThrow());
    Person visitor = new Person(URI.create("http://127.0.0.1:" + port));
    String zh = visitor.page("/bundles/open-firm", "zh").words();
    assertThat(zh)
        .contains("32 个问题，分开办要 50 个", "1 份要上传的材料，分开办也一样", "0 趟，分开办也一样")
        .contains("和在本网一项一项分开办相比", "电子证照调取和承诺代替的不算")
        .contains(saving.days() + " 天，一项接一项办要 " + saving.daysBefore() + " 天");
    assertThat(saving.days()).isLessThan(saving.daysBefore());
    assertThat(visitor.page("/bundles/open-firm", "en").words())
        .contains("32 questions instead of 50", "1 paper to upload, as when asked for separately")
        .contains("0 visits, as when asked for separately")
        .contains("Compared with asking for each by itself on this site")
        .contains(
            saving.days() + " days instead of " + saving.daysBefore() + " one after the other");
    assertThat(visitor.page("/bundles/flat", "zh").words()).contains("2 份要上传的材料，分开办要 3 份");
    assertThat(visitor.page("/bundles/flat", "en").words())
        .contains("2 papers to upload instead of 3");
  }
}
