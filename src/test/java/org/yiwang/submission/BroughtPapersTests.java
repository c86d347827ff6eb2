package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** A paper that comes from the wallet is said in one line, with one way to choose differently. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class BroughtPapersTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");

  /** What is there, then what is folded away with every way to give it. */
  static final Pattern FOLDED =
      Pattern.compile(
          "(已选从我的证照调取：借书证[^<]*|已从外地证照取得：[^<]*)</p>\\s*<details class=\"details\">"
              + "\\s*<summary>换一种方式提供</summary>");

  @LocalServerPort private int port;

  @Test
  void whatIsFetchedFromTheWalletIsSaidAndTheOtherWaysAreFoldedAway() {
    Applicant mei = new Applicant(port, "mei");
    String draft = Applicant.found(DRAFT, mei.person.get("/apply/renew-card").body());
    String page = draft + "/evidence";
    assertThat(mei.person.get(page).body()).containsPattern(FOLDED);
    assertThat(mei.person.page(page, "en").words())
        .contains("To be fetched from my credentials", "Give it in another way");

    mei.person.form(page, Map.of("way-old-card", "upload", "way-photo", "later"));
    assertThat(mei.person.get(page).body()).doesNotContainPattern(FOLDED).contains("从我的证照调取");
    mei.person.form(draft + "/drop", Map.of());
  }
}
