package org.yiwang.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.pack.Language;

/** SQL of requests and of those who follow them. */
@Repository
class RequestStore {
  private final JdbcClient sql;
  private final JdbcTemplate template;

  RequestStore(JdbcClient sql, JdbcTemplate template) {
    this.sql = sql;
    this.template = template;
  }

  /** What is kept beside the case. */
  record Row(
      String number, Language language, @Nullable String phoneTail, @Nullable UUID contact) {}

  void insert(Row row) {
    template.update(
        "insert into request_request (number, language, phone_tail, contact) values (?, ?, ?, ?)",
        row.number(),
        row.language().name(),
        row.phoneTail(),
        row.contact());
  }

  void insertAll(List<Row> rows) {
    template.batchUpdate(
        "insert into request_request (number, language, phone_tail, contact) values (?, ?, ?, ?)",
        rows.stream()
            .map(
                row ->
                    new @Nullable Object[] {
                      row.number(), row.language().name(), row.phoneTail(), row.contact()
                    })
            .toList());
  }

  Optional<Row> find(String number) {
    return sql.sql("select * from request_request where number = ?")
        .param(number)
        .query(RequestStore::row)
        .optional();
  }

  void follow(Row row, @Nullable String account, Instant now) {
    template.update(
        """
        insert into request_follower (number, account, contact, phone_tail, language, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        row.number(),
        account,
        row.contact(),
        row.phoneTail(),
        row.language().name(),
        now.atOffset(ZoneOffset.UTC));
  }

  /** How many said "me too". */
  long countFollowers(String number) {
    return sql.sql("select count(*) from request_follower where number = ?")
        .param(number)
        .query(Long.class)
        .single();
  }

  List<Row> listFollowers(String number) {
    return sql.sql("select * from request_follower where number = ?")
        .param(number)
        .query(RequestStore::row)
        .list();
  }

  boolean isFollower(String number, String account) {
    return !sql.sql("select 1 from request_follower where number = ? and account = ? limit 1")
        .params(number, account)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /** Numbers that an account follows, newest first. */
  List<String> listFollowed(String account) {
    return sql.sql(
            "select number from request_follower where account = ? group by 1 order by max(at) desc"
                + " limit 100")
        .param(account)
        .query(String.class)
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getString("number"),
        Language.valueOf(row.getString("language")),
        row.getString("phone_tail"),
        row.getObject("contact", UUID.class));
  }
}
