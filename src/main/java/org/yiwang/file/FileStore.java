package org.yiwang.file;

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
import org.yiwang.identity.Vault;
import org.yiwang.pack.Language;

/** SQL of corrections and questions; what people write is sealed. */
@Repository
class FileStore {
  private static final String VALUE = "file.correction";
  private static final String WHY = "file.correction.why";

  private final JdbcClient sql;
  private final Vault vault;

  FileStore(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /**
   * Somebody says that a fact is wrong (更正申请).
   *
   * @param number of its case
   * @param value what is right
   * @param applied when it became a fact; null until granted
   */
  record Correction(
      String number,
      UUID party,
      long fact,
      String kind,
      String value,
      String why,
      Instant at,
      @Nullable Instant applied) {}

  /**
   * One side says that a relation is wrong (关系更正).
   *
   * @param number of its case
   * @param party the side that says so
   */
  record Untying(String number, UUID party, long relation, String why, Instant at) {}

  /** Somebody asks why their data was looked at; {@code look} is the journal's entry. */
  record Question(String number, UUID party, long look) {}

  void insert(Correction of) {
    sql.sql(
            """
            insert into file_correction (number, party, fact, kind, value, why, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            of.number(),
            of.party(),
            of.fact(),
            of.kind(),
            vault.seal(of.value(), VALUE),
            vault.seal(of.why(), WHY),
            Timestamp.from(of.at()))
        .update();
  }

  Optional<Correction> findCorrection(String number) {
    return sql.sql("select * from file_correction where number = ?")
        .param(number)
        .query(this::correction)
        .optional();
  }

  /** Newest first. */
  List<Correction> listCorrections(UUID party) {
    return sql.sql("select * from file_correction where party = ? order by at desc limit 100")
        .param(party)
        .query(this::correction)
        .list();
  }

  /** True for exactly one of all who try. */
  boolean apply(String number, Instant now) {
    return sql.sql("update file_correction set applied = ? where number = ? and applied is null")
            .params(Timestamp.from(now), number)
            .update()
        == 1;
  }

  void insert(Untying of) {
    sql.sql(
            """
            insert into file_relation_correction (number, party, relation, why, at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            of.number(),
            of.party(),
            of.relation(),
            vault.seal(of.why(), WHY),
            Timestamp.from(of.at()))
        .update();
  }

  Optional<Untying> findUntying(String number) {
    return sql.sql("select * from file_relation_correction where number = ?")
        .param(number)
        .query(this::untying)
        .optional();
  }

  /** Newest first. */
  List<Untying> listUntyings(UUID party) {
    return sql.sql(
            "select * from file_relation_correction where party = ? order by at desc limit 100")
        .param(party)
        .query(this::untying)
        .list();
  }

  /** True for exactly one of all who try. */
  boolean applyUntying(String number, Instant now) {
    return sql.sql(
                """
                update file_relation_correction set applied = ?
                 where number = ? and applied is null
                """)
            .params(Timestamp.from(now), number)
            .update()
        == 1;
  }

  void insert(Question of, Instant now) {
    sql.sql("insert into file_question (number, party, look, at) values (?, ?, ?, ?)")
        .params(of.number(), of.party(), of.look(), Timestamp.from(now))
        .update();
  }

  Optional<Question> findQuestion(String number) {
    return sql.sql("select number, party, look from file_question where number = ?")
        .param(number)
        .query(Question.class)
        .optional();
  }

  List<Question> listQuestions(UUID party) {
    return sql.sql("select number, party, look from file_question where party = ?")
        .param(party)
        .query(Question.class)
        .list();
  }

  /** The language in which somebody asked, and is answered. */
  void keepLanguage(String number, Language language) {
    sql.sql("insert into file_asking (number, language) values (?, ?)")
        .params(number, language.name())
        .update();
  }

  /** Empty for a case that is about nobody's file. */
  Optional<Language> findLanguage(String number) {
    return sql.sql("select language from file_asking where number = ?")
        .param(number)
        .query(String.class)
        .optional()
        .map(Language::valueOf);
  }

  /** Keeps two taps at once from opening two cases; held until the transaction ends. */
  void lock(UUID party, long look) {
    lock("file_question " + party, look);
  }

  /** The same for a relation that one side calls wrong. */
  void lockUntying(UUID side, long relation) {
    lock("file_relation_correction " + side, relation);
  }

  private void lock(String what, long which) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
        .params(what, which)
        .query((row, number) -> number)
        .list();
  }

  private Untying untying(ResultSet row, int number) throws SQLException {
    return new Untying(
        row.getString("number"),
        row.getObject("party", UUID.class),
        row.getLong("relation"),
        vault.open(row.getBytes("why"), WHY),
        row.getTimestamp("at").toInstant());
  }

  private Correction correction(ResultSet row, int number) throws SQLException {
    Timestamp applied = row.getTimestamp("applied");
    return new Correction(
        row.getString("number"),
        row.getObject("party", UUID.class),
        row.getLong("fact"),
        row.getString("kind"),
        vault.open(row.getBytes("value"), VALUE),
        vault.open(row.getBytes("why"), WHY),
        row.getTimestamp("at").toInstant(),
        applied == null ? null : applied.toInstant());
  }
}
