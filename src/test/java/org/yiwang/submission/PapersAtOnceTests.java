package org.yiwang.submission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.credential.Credentials;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/** One paper, by several at the same instant or by somebody whose matter does not ask for it. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.pack=packs/_toy",
      "yiwang.casework.tick=PT1H",
      "yiwang.submission.tick=PT1H"
    })
class PapersAtOnceTests {
  private static final Pattern PAPER = Pattern.compile("/papers/[0-9a-f-]{36}");

  @LocalServerPort private int port;
  @Autowired private SubmissionStore submissions;
  @Autowired private Credentials credentials;
  @Autowired private JdbcClient sql;

  private Submission sent(Application of) {
    return submissions.findByCase(of.number()).orElseThrow();
  }

  private static List<Answer> atOnce(List<Callable<Answer>> all) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
      List<Answer> given = new java.util.ArrayList<>();
      for (Future<Answer> one : threads.invokeAll(all)) {
        given.add(one.get());
      }
      return given;
    }
  }

  @Test
  void ofSeveralUploadsOfOnePaperOneIsKeptAndNoneLiesAbout() throws Exception {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    int before = files(sent(sent).account());
    String to = sent.href() + "/papers/deposit";
    Callable<Answer> give = () -> bo.person.file(to, "file-deposit", Applicant.PNG);
    List<Answer> all = atOnce(Collections.nCopies(5, give));
    assertThat(all).filteredOn(Answer::good).hasSize(1);
    assertThat(files(sent(sent).account()) - before).isEqualTo(1);
    UUID given = requireNonNull(sent(sent).filled().supplies().get("deposit")).id();
    assertThat(given).isNotNull();
  }

  private int files(String account) {
    return sql.sql("select count(*) from submission_paper where account = ?")
        .param(account)
        .query(Integer.class)
        .single();
  }

  @Test
  void anUploadKeptByTwoOfficersAtOnceBecomesOneCredential() throws Exception {
    Applicant mei = new Applicant(port, "mei");
    Application sent = mei.apply(Applicant.ALL_LATER_OR_PROMISED);
    mei.person.file(sent.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    List<Applicant> officers =
        IntStream.range(0, 4).mapToObj(each -> new Applicant(port, "lin")).toList();
    String sheet = officers.getFirst().person.get("/cases/" + sent.number()).body();
    String keep = "/cases/" + sent.number() + Applicant.found(PAPER, sheet) + "/keep";
    List<Callable<Answer>> all =
        officers.stream()
            .map(
                officer ->
                    (Callable<Answer>) () -> officer.person.form(keep, Map.of("seen", "yes")))
            .toList();
    assertThat(atOnce(all)).filteredOn(Answer::good).hasSize(1);
    assertThat(credentials.usable(sent(sent).party(), Credentials.CHECKED)).hasSize(1);
  }

  /** In a bundle a paper of another matter belongs to the same application. */
  @Test
  void aPaperThatTheCasesMatterDoesNotAskForIsNotOpened() {
    Applicant ada = new Applicant(port, "ada");
    Application sent = ada.apply(Applicant.ALL_LATER_OR_PROMISED);
    ada.person.file(sent.href() + "/papers/deposit", "file-deposit", Applicant.PNG);
    Submission of = sent(sent);
    UUID paper = requireNonNull(requireNonNull(of.filled().supplies().get("deposit")).id());
    String address = "/cases/" + sent.number() + "/papers/" + paper;
    Applicant lin = new Applicant(port, "lin");
    assertThat(lin.person.get(address).status()).isEqualTo(200);
    Filled elsewhere =
        of.filled()
            .supply("deposit", new Supply(Way.LATER, null))
            .supply("of-another-matter", new Supply(Way.UPLOAD, paper));
    submissions.save(of.with(elsewhere));
    assertThat(lin.person.get(address).status()).isEqualTo(404);
    submissions.save(of);
  }
}
