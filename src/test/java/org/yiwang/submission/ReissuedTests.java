package org.yiwang.submission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.submission.Applicant.Application;

/**
 * An officer corrects or revokes what came out of a matter; a promise that breaks and a paper that
 * does not come find what counts now, and what is revoked already keeps nothing from going on.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class ReissuedTests {
  @LocalServerPort private int port;
  @Autowired private SubmissionStore submissions;
  @Autowired private PromiseStore promises;
  @Autowired private OwedStore owed;
  @Autowired private DueClock clock;
  @Autowired private Credentials credentials;
  @Autowired private DistrictTime time;
  @Autowired private JdbcClient sql;

  /** Granted, while the portrait is still to come. */
  private Application granted(String login, String... given) {
    Applicant applicant = new Applicant(port, login);
    Application sent = applicant.apply(Applicant.ALL_LATER_OR_PROMISED);
    for (String one : given) {
      applicant.person.file(sent.href() + "/papers/" + one, "file-" + one, Applicant.PNG);
    }
    assertThat(new Applicant(port, "lin").does(sent.number(), "accept", "").good()).isTrue();
    assertThat(new Applicant(port, "keeper").does(sent.number(), "grant", "").good()).isTrue();
    return sent;
  }

  private static UUID id(Application of) {
    return UUID.fromString(of.href().substring("/applications/".length()));
  }

  private SubmissionStore.Part part(Application of) {
    return submissions.listParts(id(of)).getFirst();
  }

  private UUID credential(Application of) {
    return requireNonNull(part(of).credential());
  }

  private Credential found(Application of, UUID credential) {
    UUID party = submissions.find(id(of)).orElseThrow().party();
    return credentials.listOf(party).stream()
        .filter(one -> one.id().equals(credential))
        .findFirst()
        .orElseThrow();
  }

  private boolean counts(Application of, UUID credential) {
    return found(of, credential).revoked() == null;
  }

  private void done(UUID credential, String what, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.put("why", "读者来电");
    form.put(what + "-reason", "名字写错");
    String page = "/credentials/" + credential + "/" + what;
    var answer = new Applicant(port, "lin").person.form(page, form);
    assertThat(answer.status()).as(answer.shortly()).isEqualTo(200);
  }

  private UUID reissued(Application of, String reader) {
    UUID former = credential(of);
    done(former, "reissue", Map.of("claim-reader", reader));
    assertThat(counts(of, former)).isFalse();
    return credential(of);
  }

  /** Its promise about the address is found not to be true. */
  private String broken(Application of) {
    Instant due = promise(of).due();
    time.at(due, () -> clock.tick());
    String check = requireNonNull(promise(of).check());
    var answer = new Applicant(port, "keeper").does(check, "broken", "门牌不存在");
    assertThat(answer.status()).as(answer.shortly()).isEqualTo(200);
    assertThat(promise(of).state()).isEqualTo(SignedPromise.State.BROKEN);
    return check;
  }

  private SignedPromise promise(Application of) {
    return promises.listOf(id(of)).stream()
        .filter(one -> one.evidence().equals("home"))
        .findFirst()
        .orElseThrow();
  }

  private void overturned(Applicant who, Application of, String check) {
    String page = promise(of).href();
    who.acts(page, page, Map.of("action", "object", "note", "门牌换过"));
    assertThat(new Applicant(port, "ada").does(check, "overturn", "门牌确实换过").good()).isTrue();
  }

  @Test
  void aBrokenPromiseRevokesWhatWasCorrectedAndAnObjectionRestoresIt() {
    Application sent = granted("tao", "portrait", "deposit");
    UUID first = credential(sent);
    UUID second = reissued(sent, "小套");
    UUID third = reissued(sent, "小涛");
    assertThat(third).isNotEqualTo(second).isNotEqualTo(first);
    assertThat(found(sent, third).claims()).containsEntry("reader", "小涛");
    String check = broken(sent);
    assertThat(counts(sent, third)).isFalse();
    overturned(new Applicant(port, "tao"), sent, check);
    assertThat(credential(sent)).isNotEqualTo(third);
    assertThat(counts(sent, credential(sent))).isTrue();
  }

  @Test
  void aPaperThatDoesNotComeRevokesWhatWasCorrected() {
    Application sent = granted("bo", "deposit");
    UUID corrected = reissued(sent, "小博");
    time.at(time.instant().plus(Duration.ofDays(10)), () -> clock.tick());
    assertThat(counts(sent, corrected)).isFalse();
    assertThat(portrait(sent)).isEqualTo(Owed.State.MISSED);
  }

  private Owed.State portrait(Application of) {
    return owed.list(id(of)).stream()
        .filter(one -> one.evidence().equals("portrait"))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void whatAnOfficerRevokedBeforeKeepsNeitherFromGoingOnAndIsNotGivenBack() {
    Application sent = granted("cai", "deposit");
    UUID card = credential(sent);
    done(card, "revoke", Map.of());
    time.at(time.instant().plus(Duration.ofDays(8)), () -> clock.tick());
    assertThat(portrait(sent)).isEqualTo(Owed.State.ENDED);
    String check = broken(sent);
    overturned(new Applicant(port, "cai"), sent, check);
    assertThat(credential(sent)).isEqualTo(card);
    assertThat(counts(sent, card)).isFalse();
    assertThat(part(sent).takenBack()).isNull();
  }

  @Test
  void partsFromBeforeGoOnWithWhatWasIssuedAgain() throws IOException {
    Application sent = granted("mei", "portrait", "deposit");
    UUID first = credential(sent);
    UUID corrected = reissued(reissuedOnce(sent), "小梅");
    sql.sql("update submission_part set credential = ? where credential = ?")
        .params(first, corrected)
        .update();
    sql.sql("drop index submission_part_credential").update();
    var script = new ClassPathResource("db/submission/V382__reissued_credentials.sql");
    sql.sql(script.getContentAsString(StandardCharsets.UTF_8)).update();
    assertThat(credential(sent)).isEqualTo(corrected);
    credentials.revoke(corrected, Text.same("test"), Actor.SYSTEM);
  }

  private Application reissuedOnce(Application of) {
    reissued(of, "小没");
    return of;
  }
}
