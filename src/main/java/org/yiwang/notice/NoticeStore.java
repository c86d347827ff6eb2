package org.yiwang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** SQL of messages. */
@Repository
class NoticeStore {
  private final JdbcClient sql;

  NoticeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** A message of the site itself has arrived by being written. */
  void add(NewNotice notice, Instant now) {
    boolean web = notice.way() == Way.WEB;
    Timestamp at = Timestamp.from(now);
    sql.sql(
            """
            insert into notice_message
              (way, account, party, shown_as, language, title_zh, title_en, words_zh, words_en,
               subject, created, next_try, sent, carrier)
            values (?, ?, ?, ?,
              coalesce((select language from notice_reader where account = ?), ?),
              ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(notice.way().word())
        .param(notice.to().account())
        .param(notice.to().party())
        .param(notice.to().shownAs())
        .param(notice.to().account())
        .param(notice.to().language().name())
        .param(notice.title().zh())
        .param(notice.title().en())
        .param(notice.words().zh())
        .param(notice.words().en())
        .param(notice.subject())
        .param(at)
        .param(web ? null : at)
        .param(web ? at : null)
        .param(web ? "web" : null)
        .update();
  }

  /** The message that has waited longest, held until the end of the transaction. */
  Optional<Notice> takeDue(Instant now) {
    return sql.sql(
            """
            select * from notice_message where next_try <= ?
            order by next_try limit 1 for update skip locked
            """)
        .param(Timestamp.from(now))
        .query(NoticeStore::read)
        .optional();
  }

  void markSent(UUID id, String carrier, Instant now) {
    sql.sql(
            """
            update notice_message
            set sent = :now, carrier = :carrier, tries = tries + 1, next_try = null, fault = null
            where id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("carrier", carrier)
        .param("id", id)
        .update();
  }

  void markFailed(UUID id, String fault, Instant nextTry) {
    sql.sql("update notice_message set tries = tries + 1, fault = ?, next_try = ? where id = ?")
        .params(fault, Timestamp.from(nextTry), id)
        .update();
  }

  void giveUp(UUID id, String fault, Instant now) {
    sql.sql(
            """
            update notice_message
            set tries = tries + 1, fault = ?, given_up = ?, next_try = null where id = ?
            """)
        .params(fault, Timestamp.from(now), id)
        .update();
  }

  /** False where it was not given up, or somebody else was quicker. */
  boolean tryAgain(UUID id, Instant now) {
    return sql.sql(
                """
            update notice_message set given_up = null, tries = 0, next_try = ?
            where id = ? and given_up is not null
            """)
            .params(Timestamp.from(now), id)
            .update()
        > 0;
  }

  List<Notice> listInbox(String account, int limit) {
    return sql.sql(
            """
            select * from notice_message where way = 'web' and account = ?
            order by id desc limit ?
            """)
        .params(account, limit)
        .query(NoticeStore::read)
        .list();
  }

  /** Those not read yet, the newest first. */
  List<Notice> listUnseen(String account, int limit) {
    return sql.sql(
            """
            select * from notice_message where way = 'web' and account = ? and seen is null
            order by id desc limit ?
            """)
        .params(account, limit)
        .query(NoticeStore::read)
        .list();
  }

  Optional<Notice> find(UUID id) {
    return sql.sql("select * from notice_message where id = ? and way = 'web'")
        .param(id)
        .query(NoticeStore::read)
        .optional();
  }

  void markSeen(UUID id, Instant now) {
    sql.sql("update notice_message set seen = ? where id = ? and seen is null")
        .params(Timestamp.from(now), id)
        .update();
  }

  long countUnseen(String account) {
    return sql.sql(
            """
            select count(*) from notice_message
            where way = 'web' and account = ? and seen is null
            """)
        .param(account)
        .query(Long.class)
        .single();
  }

  void markSeen(String account, Instant now) {
    sql.sql(
            """
            update notice_message set seen = ?
            where way = 'web' and account = ? and seen is null
            """)
        .params(Timestamp.from(now), account)
        .update();
  }

  void keepLanguage(String account, Language language) {
    sql.sql(
            """
            insert into notice_reader (account, language) values (?, ?)
            on conflict (account) do update set language = excluded.language
              where notice_reader.language <> excluded.language
            """)
        .params(account, language.name())
        .update();
  }

  Optional<Language> findLanguage(String account) {
    return sql.sql("select language from notice_reader where account = ?")
        .param(account)
        .query((row, number) -> Language.valueOf(row.getString("language")))
        .optional();
  }

  List<Notice> listAbout(String subject) {
    return sql.sql("select * from notice_message where subject = ? order by id")
        .param(subject)
        .query(NoticeStore::read)
        .list();
  }

  List<Notice> listGivenUp(int limit) {
    return sql.sql(
            "select * from notice_message where given_up is not null order by id desc limit ?")
        .param(limit)
        .query(NoticeStore::read)
        .list();
  }

  long countWaiting() {
    return count("select count(*) from notice_message where next_try is not null");
  }

  long countGivenUp() {
    return count("select count(*) from notice_message where given_up is not null");
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }

  private static Notice read(ResultSet row, int number) throws SQLException {
    Recipient to =
        new Recipient(
            row.getString("account"),
            row.getObject("party", UUID.class),
            row.getString("shown_as"),
            Language.valueOf(row.getString("language")));
    return new Notice(
        row.getObject("id", UUID.class),
        to,
        Way.of(row.getString("way")),
        Text.of(row.getString("title_zh"), row.getString("title_en")),
        Text.of(row.getString("words_zh"), row.getString("words_en")),
        row.getString("subject"),
        row.getTimestamp("created").toInstant(),
        at(row, "sent"),
        row.getString("carrier"),
        row.getInt("tries"),
        at(row, "given_up"),
        row.getString("fault"),
        at(row, "seen"));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
