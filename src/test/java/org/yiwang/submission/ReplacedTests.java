package org.yiwang.submission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.journal.Actor;
import org.yiwang.submission.Applicant.Application;

/**
 * A new card takes the place of the one that was shown when applying, whatever became of that one
 * before it was granted; other cards of the same reader are left alone.
 */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class ReplacedTests {
  private static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  private static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");
  private static final String CARD = "library-card";

  @LocalServerPort private int port;
  @Autowired private SubmissionStore submissions;
  @Autowired private Credentials credentials;
  @Autowired private TransactionTemplate transaction;

  /** A family card is asked for, with the newest card shown; an officer decides. */
  private Application applied(String login) {
    Applicant who = new Applicant(port, login);
    String draft = Applicant.found(DRAFT, who.person.get("/apply/renew-card").body());
    who.person.form(
        draft + "/parts/reader", Map.of("reader", "小梅", "born", "2001-05-06", "level", "family"));
    who.person.form(
        draft + "/parts/family",
        Map.of("kin-1-name", "小林", "kin-1-born", "1999-03-04", "kin-1-reads", "no"));
    who.person.form(draft + "/evidence", Map.of("way-old-card", "fetch", "way-photo", "later"));
    var sent = who.person.form(draft + "/check", Map.of("confirm", "yes"));
    assertThat(sent.words()).as(sent.shortly()).contains("已提交");
    return new Application(
        Applicant.found(SENT, sent.body()), Applicant.found(NUMBER, sent.body()));
  }

  private UUID holder(Application of) {
    return submissions.find(id(of)).orElseThrow().party();
  }

  private static UUID id(Application of) {
    return UUID.fromString(of.href().substring("/applications/".length()));
  }

  private UUID shown(Application of) {
    Submission sent = submissions.find(id(of)).orElseThrow();
    return requireNonNull(requireNonNull(sent.filled().supplies().get("old-card")).id());
  }

  private List<UUID> counting(Application of) {
    return credentials.usable(holder(of), CARD).stream().map(Credential::id).toList();
  }

  private UUID granted(Application of) {
    var done = new Applicant(port, "lin").does(of.number(), "grant", "");
    assertThat(done.good()).as(done.shortly()).isTrue();
    return requireNonNull(submissions.listParts(id(of)).getFirst().credential());
  }

  private void done(UUID credential, String what, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.put("why", "读者来电");
    form.put(what + "-reason", "名字写错");
    var answer =
        new Applicant(port, "lin").person.form("/credentials/" + credential + "/" + what, form);
    assertThat(answer.status()).as(answer.shortly()).isEqualTo(200);
  }

  private static Map<String, String> corrected(String reader) {
    return Map.of("claim-reader", reader, "claim-born", "2001-05-06", "claim-level", "普通证");
  }

  private UUID other(Application of) {
    var wanted =
        new NewCredential(
            CARD,
            holder(of),
            Map.of("reader", "小梅", "born", "2001-05-06", "level", "普通证"),
            null,
            "LC-OTHER",
            Actor.SYSTEM);
    return requireNonNull(transaction.execute(state -> credentials.issue(wanted))).id();
  }

  @Test
  void whatWasCorrectedMeanwhileIsReplacedAndAnotherCardIsNot() {
    Application sent = applied("mei");
    UUID old = shown(sent);
    UUID other = other(sent);
    done(old, "reissue", corrected("小枚"));
    UUID corrected = credentials.findLast(old).orElseThrow().id();
    done(corrected, "reissue", corrected("小梅"));
    assertThat(counting(sent)).hasSize(2).contains(other).doesNotContain(old, corrected);

    UUID fresh = granted(sent);
    assertThat(counting(sent)).containsExactlyInAnyOrder(fresh, other);
    assertThat(credentials.findLast(old)).map(Credential::id).contains(fresh);
  }

  @Test
  void whatAnOfficerRevokedMeanwhileIsSaidBeforeItIsDecidedAndNothingElseIsRevoked() {
    Application sent = applied("tao");
    UUID old = shown(sent);
    UUID other = other(sent);
    assertThat(sheet(sent)).doesNotContain("后来被注销了");
    done(old, "revoke", Map.of());
    assertThat(sheet(sent)).contains("后来被注销了");

    Credential before = credentials.find(old).orElseThrow();
    UUID fresh = granted(sent);
    assertThat(counting(sent)).containsExactlyInAnyOrder(fresh, other);
    assertThat(credentials.find(old)).as("for the officer's reason").contains(before);
    assertThat(sheet(sent)).doesNotContain("后来被注销了");
  }

  private String sheet(Application of) {
    return new Applicant(port, "lin").person.get("/cases/" + of.number()).words();
  }
}
