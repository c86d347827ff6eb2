package org.yiwang.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
  private static final String INSERT =
      "insert into request_request (number, language) values (?, ?)";

  private final JdbcClient sql;
  private final JdbcTemplate template;

  RequestStore(JdbcClient sql, JdbcTemplate template) {
    this.sql = sql;
    this.template = template;
  }

  /** Somebody who follows a request. */
  record Follower(
      String number, @Nullable String account, @Nullable UUID contact, Language language) {
    boolean isSame(Follower other) {
      return Objects.equals(account, other.account) && Objects.equals(contact, other.contact);
    }

    /** Left nothing to be reached by, and is only counted. */
    boolean isNobody() {
      return account == null && contact == null;
    }
  }

  void insert(String number, Language language) {
    template.update(INSERT, number, language.name());
  }

  void insertAll(List<String> numbers, Language language) {
    template.batchUpdate(
        INSERT, numbers.stream().map(number -> new Object[] {number, language.name()}).toList());
  }

  /** Whether that case was opened by a report; what was only joined to another may be no report. */
  boolean isFiled(String number) {
    return sql.sql("select 1 from request_request where number = ? and joined_to is null")
        .param(number)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  Optional<Language> findLanguage(String number) {
    return sql.sql("select language from request_request where number = ?")
        .param(number)
        .query(String.class)
        .optional()
        .map(Language::valueOf);
  }

  /** Writes that a request goes on under another number; so do those that were joined to it. */
  void join(String number, String into, Language language) {
    template.update(
        """
        insert into request_request (number, language, joined_to) values (?, ?, ?)
        on conflict (number) do update set joined_to = excluded.joined_to
        """,
        number,
        language.name(),
        into);
    template.update("update request_request set joined_to = ? where joined_to = ?", into, number);
  }

  /** The number under which a request goes on, where it was joined to another. */
  Optional<String> findJoinedTo(String number) {
    return sql.sql("select joined_to from request_request where number = ? and joined_to <> ''")
        .param(number)
        .query(String.class)
        .optional();
  }

  /** The numbers that were joined to this one. */
  List<String> listJoined(String into) {
    return sql.sql("select number from request_request where joined_to = ? order by number")
        .param(into)
        .query(String.class)
        .list();
  }

  void follow(Follower follower, Instant now) {
    template.update(
        """
        insert into request_follower (number, account, contact, language, at)
        values (?, ?, ?, ?, ?)
        """,
        follower.number(),
        follower.account(),
        follower.contact(),
        follower.language().name(),
        now.atOffset(ZoneOffset.UTC));
  }

  /** How many said "me too". */
  long countFollowers(String number) {
    return sql.sql("select count(*) from request_follower where number = ?")
        .param(number)
        .query(Long.class)
        .single();
  }

  List<Follower> listFollowers(String number) {
    return sql.sql("select * from request_follower where number = ?")
        .param(number)
        .query(RequestStore::follower)
        .list();
  }

  /**
   * Everybody whom news about a request concerns: whoever made it, then its followers; nobody where
   * no request opened the case. One question, since every move of every case asks it.
   */
  List<Follower> listConcerned(String number, @Nullable String account, @Nullable UUID contact) {
    return sql.sql(
            """
            select number, ?::text as account, ?::uuid as contact, language
              from request_request where number = ?
            union all
            select number, account, contact, language from request_follower where number = ?
            """)
        .params(Arrays.asList(account, contact, number, number))
        .query(RequestStore::follower)
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

  private static Follower follower(ResultSet row, int index) throws SQLException {
    return new Follower(
        row.getString("number"),
        row.getString("account"),
        row.getObject("contact", UUID.class),
        Language.valueOf(row.getString("language")));
  }
}
