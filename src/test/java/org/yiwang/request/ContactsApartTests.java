package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.launch.TestDatabase;

/** A database of an older version, in which reports had been led to the files of others. */
class ContactsApartTests {
  private HikariDataSource database = TestDatabase.pool(TestDatabase.empty());
  private JdbcClient sql = JdbcClient.create(database);

  @BeforeEach
  void open() {
    TestDatabase.migrate(database, "301");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void reportsGetAContactOfTheirOwnAndApplicationsStayWithTheFile() {
    UUID filed = party();
    sql.sql(
            """
            insert into party_fact (party, kind, value, source_kind, source, confidence, known)
            values (?, 'person-id', '\\x00'::bytea, 'COUNTER', 'lin', 'CONFIRMED', now())
            """)
        .param(filed)
        .update();
    UUID only = party();
    opened("X-1", filed, null);
    opened("X-2", filed, "3/birth");
    opened("X-3", only, null);
    sql.sql("insert into request_request (number, language) values ('X-1', 'ZH'), ('X-3', 'ZH')")
        .update();
    sql.sql("insert into request_follower values ('X-3', null, ?, 'ZH', now())")
        .param(filed)
        .update();

    TestDatabase.migrate(database, null);

    UUID apart = reporter("X-1");
    assertThat(apart).isNotEqualTo(filed);
    assertThat(reporter("X-2")).as("the application").isEqualTo(filed);
    assertThat(reporter("X-3")).as("nobody's file").isEqualTo(only);
    assertThat(sql.sql("select contact from request_follower").query(UUID.class).single())
        .isEqualTo(apart);
    assertThat(
            sql.sql("select phone from party_party where id = ?")
                .param(apart)
                .query(byte[].class)
                .single())
        .containsExactly(7);
  }

  private UUID party() {
    return sql.sql(
            """
            insert into party_party (kind, name, phone, phone_index, created)
            values ('person', '\\x01'::bytea, '\\x07'::bytea, '\\x02'::bytea, now()) returning id
            """)
        .query(UUID.class)
        .single();
  }

  private void opened(String number, UUID reporter, @Nullable String key) {
    sql.sql(
            """
            insert into casework_case
              (number, application, lifecycle, lifecycle_version, step, waiting, step_since,
               time_limit, category, category_group, title_zh, title_en, description, address,
               channel, reporter, opened, external_key)
            values (?, 'a', 'l', 1, 's', true, now(), '1 hours', 'c', 'g', 't', 't', '', '', 'web',
                    ?, now(), ?)
            """)
        .param(number)
        .param(reporter)
        .param(key)
        .update();
  }

  private UUID reporter(String number) {
    return sql.sql("select reporter from casework_case where number = ?")
        .param(number)
        .query(UUID.class)
        .single();
  }
}
