package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yiwang.identity.Vault;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/**
 * Number and four digits, or a receipt code, open reports: no application, whoever types them; and
 * whoever signed in acts on an application on its own page alone.
 */
@CounterTest
class OnlyReportsAreLookedUpTests {
  private static final String LOOKUP = "/requests/lookup";
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  @LocalServerPort private int port;
  @Autowired private ApplicationContext program;
  @Autowired private SubmissionStore store;
  @Autowired private Vault vault;

  private Applicant lin;
  private CounterSteps steps;

  @BeforeEach
  void theOfficerSignsIn() {
    lin = new Applicant(port, "lin");
    steps = new CounterSteps(program);
  }

  @AfterEach
  void nobodyStays() {
    steps.nobodyStaysAtTheCounter();
  }

  @Test
  void theDigitsOfTheTelephoneOpenNoApplication() {
    String number = CounterSteps.takenIn(lin, "M-00780001", "13800780001");
    Person stranger = new CodeSteps(port, lin, store).visitor();
    Answer right = proves(stranger, number, "0001");
    Answer none = proves(stranger, "LC-20200101-99999", "0001");
    assertThat(right.status()).isEqualTo(404);
    assertThat(right.words().replace(number, ""))
        .as("as for a number that is none")
        .isEqualTo(none.words().replace("LC-20200101-99999", ""))
        .contains("在 /follow 凭办件码查");
    assertThat(proves(stranger, number, receipt(number)).status()).isEqualTo(404);
    assertThat(stranger.get(LOOKUP + "/" + number).path()).isEqualTo(LOOKUP);
    String api = "/api/requests/" + number;
    assertThat(stranger.get(api + "?phone=0001").status()).isEqualTo(404);
    assertThat(stranger.get(api + "?receipt=" + receipt(number)).status()).isEqualTo(404);
    assertThat(acts(stranger, number, "withdraw").status()).isEqualTo(404);
    CounterSteps.asked(lin, number);
    assertThat(acts(stranger, number, "supplied").status()).isEqualTo(404);
    assertThat(steps.step(number)).isEqualTo("supplement");
  }

  @Test
  void whoeverSignedInIsLedToTheApplicationAndActsNowhereElse() {
    Applicant mei = new Applicant(port, "mei");
    Application mine = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    assertThat(mei.person.get(LOOKUP + "/" + mine.number()).path()).isEqualTo(mine.href());
    CounterSteps.asked(lin, mine.number());
    for (String action : new String[] {"supplied", "correct", "withdraw", "rate"}) {
      assertThat(acts(mei.person, mine.number(), action).status()).as(action).isEqualTo(404);
    }
    assertThat(steps.step(mine.number())).isEqualTo("supplement");
    assertThat(mei.person.get("/api/requests/" + mine.number()).status()).isEqualTo(404);
    assertThat(proves(mei.person, mine.number(), receipt(mine.number())).status()).isEqualTo(404);
    String wayThere = "href=\"" + mine.href() + "\"";
    for (String page : new String[] {"/", "/requests"}) {
      assertThat(mei.person.get(page).body())
          .contains(wayThere)
          .doesNotContain(LOOKUP + "/" + mine.number());
    }
    assertThat(new Applicant(port, "bo").person.get(LOOKUP + "/" + mine.number()).path())
        .as("nothing is told to others")
        .isEqualTo(LOOKUP);
  }

  @Test
  void whatIsTypedAsTargetLeadsToNoFault() {
    Applicant mei = new Applicant(port, "mei");
    for (String typed : new String[] {"%7Bx%7D", "%F0%9F%8C%B1"}) {
      Answer answer =
          mei.person.get("/applications/new?target=" + typed + "&for=" + new UUID(0, 1));
      assertThat(answer.status()).as(answer.words()).isEqualTo(404);
      assertThat(answer.path()).startsWith("/apply/");
    }
  }

  private static Answer proves(Person who, String number, String code) {
    return who.form(LOOKUP, Map.of("number", number, "code", code));
  }

  private Answer acts(Person who, String number, String action) {
    String version = String.valueOf(steps.cases().find(number).orElseThrow().version());
    return who.form(
        LOOKUP + "/" + number,
        Map.of("action", action, "version", version, "note", "改一改", "rating", "1"));
  }

  /** As the district makes it for a report of that number. */
  private String receipt(String number) {
    byte[] mac = vault.index(number, "request.receipt");
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      code.append(SIGNS.charAt(mac[i] & 31));
    }
    return code.insert(4, '-').toString();
  }
}
