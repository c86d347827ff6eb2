package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.party.Parties;
import org.yiwang.story.Person;
import org.yiwang.submission.Applicant.Application;

/**
 * Cases from before lists were freed of where people live: the step that brings a database up to
 * date makes them as new ones are, with all that was opened for them.
 */
@CounterTest
class HomesOffCasesTests {
  private static final String HOME = "河边路 3 号";

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private Parties parties;

  private Applicant bo;
  private Person lin;
  private Application sent;

  @BeforeEach
  void oneAsTheyUsedToBe() {
    bo = new Applicant(port, "bo");
    lin = new Applicant(port, "lin").person;
    sent = bo.apply(Applicant.ALL_LATER_OR_PROMISED);
    carriesHome(sent.number());
  }

  @AfterEach
  void nothingIsLeft() {
    sql.sql("update casework_case set address = '' where number = ?").param(sent.number()).update();
    sql.sql("delete from casework_word where number like 'LC-20200101-%'").update();
    sql.sql("delete from casework_case where number like 'LC-20200101-%'").update();
  }

  private void carriesHome(String number) {
    sql.sql("update casework_case set address = ? where number = ?").params(HOME, number).update();
    sql.sql("update casework_word set words = words || '{河边,边路,3,号}'::text[] where number = ?")
        .param(number)
        .update();
  }

  /** Another case with the same facts, which the first one led to. */
  private String led(String number, String parent) {
    sql.sql(
            """
            insert into casework_case
            select (jsonb_populate_record(c, jsonb_build_object(
              'number', ?::text, 'parent', nullif(?::text, ''), 'external_key', null))).*
              from casework_case c where c.number = ?
            """)
        .params(number, parent, sent.number())
        .update();
    sql.sql("insert into casework_word select ?, words from casework_word where number = ?")
        .params(number, sent.number())
        .update();
    return number;
  }

  private void broughtUpToDate() throws IOException {
    var script = new ClassPathResource("db/submission/V379__homes_off_cases.sql");
    sql.sql(script.getContentAsString(StandardCharsets.UTF_8)).update();
  }

  private String desk(String words) {
    return lin.get("/desk?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).words();
  }

  private String address(String number) {
    return sql.sql("select address from casework_case where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  @Test
  void deskAndSearchKnowTheHomeNoMoreAndTheCasePageDoes() throws IOException {
    assertThat(desk("河边路")).contains(sent.number(), HOME);
    List<String> before = words(sent.number());
    broughtUpToDate();
    assertThat(desk("河边路")).doesNotContain(sent.number());
    assertThat(desk("钥匙")).contains(sent.number()).doesNotContain(HOME);
    assertThat(words(sent.number()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            before.stream().filter(word -> !List.of("河边", "边路", "3", "号").contains(word)).toList());
    assertThat(lin.get("/api/cases/" + sent.number()).body()).doesNotContain("河边");
    assertThat(lin.get("/cases/" + sent.number()).words()).contains(HOME);
  }

  private List<String> words(String number) {
    return sql.sql("select unnest(words) from casework_word where number = ?")
        .param(number)
        .query(String.class)
        .list();
  }

  @Test
  void soDoOpinionsAndChecksOfPromises() throws IOException {
    String opinion = led("LC-20200101-00001", sent.number());
    String of = led("LC-20200101-00002", opinion);
    String check = led("LC-20200101-00003", "");
    UUID id = UUID.fromString(sent.href().substring("/applications/".length()));
    int checked =
        sql.sql(
                """
                update submission_promise set check_number = ?
                 where id = (select id from submission_promise where submission = ? limit 1)
                """)
            .params(check, id)
            .update();
    assertThat(checked).isEqualTo(1);
    broughtUpToDate();
    for (String number : List.of(opinion, of, check)) {
      assertThat(address(number)).as(number).isEmpty();
    }
  }

  @Test
  void aFirmsPremisesAndWhatWasReportedStay() throws IOException {
    String reported = led("LC-20200101-00004", "");
    UUID shop = parties.findDemoFirm("bookshop").orElseThrow();
    sql.sql("update submission_submission set party = ? where id = ?::uuid")
        .params(shop, sent.href().substring("/applications/".length()))
        .update();
    broughtUpToDate();
    assertThat(address(sent.number())).isEqualTo(HOME);
    assertThat(address(reported)).isEqualTo(HOME);
    assertThat(desk("河边路")).contains(sent.number(), HOME);
  }
}
