package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** People of the toy district who have an account since yesterday, and join what is theirs. */
record JoinSteps(int port, JdbcClient sql) {
  static final Pattern COUNTER_CODE =
      Pattern.compile("(?<![2-9A-Z-])[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}(?![2-9A-Z-])");
  static final String JOIN = "/file/join";

  private static final AtomicInteger MADE = new AtomicInteger();

  /** Somebody with an account of their own and nothing on file. */
  record Resident(Person person, String account) {
    Answer joins(String name, String number, String code) {
      return person.form(JOIN, Map.of("name", name, "number", number, "code", code));
    }

    /** What an officer is to type. */
    String counterCode() {
      Answer page = person.form(JOIN + "/code", Map.of());
      assertThat(page.good()).as(page.words()).isTrue();
      return Applicant.found(COUNTER_CODE, page.words());
    }
  }

  Resident resident() {
    String login = "joins-" + MADE.incrementAndGet();
    UUID id =
        sql.sql(
                """
                insert into identity_account
                  (login, password, name_zh, name_en, roles, must_change, demo, created, valid_from)
                select ?, password, '新来的', 'New here', roles, false, true, created, valid_from
                  from identity_account where login = 'tao'
                returning id
                """)
            .param(login)
            .query(UUID.class)
            .single();
    return new Resident(new Applicant(port, login).person, id.toString());
  }
}
