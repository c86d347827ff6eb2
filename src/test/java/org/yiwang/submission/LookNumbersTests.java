package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.AccessLog.Look;
import org.yiwang.story.Person.Answer;
import org.yiwang.submission.Applicant.Application;

/** Looks are numbered without a gap, also when many look at once; a gap is told to the person. */
@CounterTest
class LookNumbersTests {
  private static final int LOOKS = 24;

  @LocalServerPort private int port;
  @Autowired private AccessLog access;
  @Autowired private JdbcClient sql;

  @Test
  void manyLooksAtOnceAreNumberedOneByOne() throws InterruptedException, ExecutionException {
    Application sent = new Applicant(port, "bo").apply(Applicant.ALL_LATER_OR_PROMISED);
    List<Applicant> officers = List.of(new Applicant(port, "lin"), new Applicant(port, "una"));
    List<Callable<Answer>> opening = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      Applicant officer = officers.get(i % officers.size());
      opening.add(() -> officer.person.get("/cases/" + sent.number()));
    }
    try (var all = Executors.newFixedThreadPool(8)) {
      for (Future<Answer> one : all.invokeAll(opening)) {
        assertThat(one.get().status()).isEqualTo(200);
      }
    }
    List<Look> looks = access.listLooks("case:" + sent.number());
    long first = Objects.requireNonNull(looks.getFirst().number());
    assertThat(looks)
        .extracting(Look::number)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(first, first + LOOKS).boxed().toList());
  }

  @Test
  void aLookThatIsNotThereIsToldByItsNumber() {
    Applicant bo = new Applicant(port, "bo");
    Application sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    new Applicant(port, "lin").person.get("/cases/" + sent.number());
    long last = lookedUpTo(sent.number());
    assertThat(bo.person.get("/file/looks").words())
        .contains("已经编到第 " + last + " 号，没有缺号", "第 " + last + " 号");
    String party = access.listLooks("case:" + sent.number()).getLast().concerns();
    count(party, last + 1); // as if one had been written and taken away
    assertThat(bo.person.get("/file/looks").words())
        .contains("编号有缺", "第 " + (last + 1) + " 号")
        .doesNotContain("没有缺号");
    count(party, last);
    assertThat(bo.person.page("/file/looks", "en").words()).contains("without a gap");
  }

  private long lookedUpTo(String number) {
    return Objects.requireNonNull(access.listLooks("case:" + number).getLast().number());
  }

  private void count(String party, long looks) {
    sql.sql("update identity_look_count set looks = ? where concerns = ?")
        .params(looks, party)
        .update();
  }
}
