package org.yiwang.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.party.Fact;
import org.yiwang.party.Parties;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * A number that somebody has put right stands hidden on its case as well, until it is asked for.
 */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class CorrectionNumbersTests {
  private static final String RIGHT = "999999199406110023";

  @LocalServerPort private int port;
  @Autowired private Parties parties;
  @Autowired private Accounts accounts;

  private Person person(String login) {
    return Person.signedIn(URI.create("http://127.0.0.1:" + port), login);
  }

  private Fact numberOnFile(String login) {
    Account of = accounts.findByLogin(login).orElseThrow();
    UUID party = parties.ofAccount(of.id().toString(), of.name().zh());
    return parties.facts(party).stream()
        .filter(fact -> fact.kind().equals("person-id"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void bothNumbersAreHiddenUntilTheyAreAskedFor() {
    Fact wrong = numberOnFile("zhou");
    Answer asked =
        person("zhou")
            .form("/file/facts/" + wrong.id() + "/wrong", Map.of("value", RIGHT, "why", "登记时写错了"));
    String number = asked.path().replaceAll(".*/", "");
    Person officer = person("window");
    Answer hidden = officer.get("/cases/" + number);
    assertThat(hidden.status()).as(asked.words()).isEqualTo(200);
    assertThat(hidden.words()).contains("登记时写错了").doesNotContain(RIGHT, wrong.value());
    Answer whole = officer.form("/cases/" + number + "/contact", Map.of());
    assertThat(whole.words()).contains(RIGHT, wrong.value());
    assertThat(person("zhou").get("/file/looks").words()).contains("查看完整号码");
  }
}
