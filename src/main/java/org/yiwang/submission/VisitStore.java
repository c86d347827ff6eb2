package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.submission.CounterVisit.Consent;
import org.yiwang.submission.CounterVisit.Shown;
import org.yiwang.submission.CounterVisit.Way;

/** SQL of who stands or stood at the counter. */
@Repository
class VisitStore {
  /** A visit lasts no longer than a working day: who has gone home is not at the counter. */
  static final Duration LASTS = Duration.ofHours(10);

  /** Within so long the same arrival is the same press of a button. */
  private static final Duration TWICE = Duration.ofSeconds(10);

  private static final int SHOWN = 50;

  private final JdbcClient sql;
  private final OneAtATime turns;
  private final DistrictTime time;

  VisitStore(JdbcClient sql, OneAtATime turns, DistrictTime time) {
    this.turns = turns;
    this.sql = sql;
    this.time = time;
  }

  /**
   * With whom, and about what.
   *
   * @param officer account
   * @param unit of the officer; null for none
   * @param about what was sent before; null for something new
   */
  record Arrival(String officer, @Nullable String unit, CounterVisit.@Nullable About about) {}

  /**
   * The same visit, begun a moment ago by a button that was pressed twice and not gone on with; the
   * officer's other presses wait until the transaction ends.
   */
  Optional<UUID> findTwin(Arrival who, UUID party, String purpose) {
    turns.take("visit:" + who.officer());
    return sql.sql(
            """
            select id from submission_visit
             where officer = ? and party = ? and purpose = ? and serves is not distinct from ?::uuid
               and came > ? and agreed is null and ended is null
             order by came desc limit 1
            """)
        .params(who.officer(), party, purpose)
        .param(who.about() == null ? null : who.about().submission())
        .param(Timestamp.from(time.instant().minus(TWICE)))
        .query(UUID.class)
        .optional();
  }

  UUID insert(Arrival who, UUID party, String purpose) {
    return sql.sql(
            """
            insert into submission_visit (officer, unit, party, purpose, came, serves, number)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .params(who.officer())
        .param(who.unit())
        .params(party, purpose, now())
        .param(who.about() == null ? null : who.about().submission())
        .param(who.about() == null ? null : who.about().number())
        .query(UUID.class)
        .single();
  }

  /** Of that officer, and of no other. */
  Optional<CounterVisit> find(UUID id, String officer) {
    return sql.sql("select * from submission_visit where id = ? and officer = ?")
        .params(id, officer)
        .query(VisitStore::visit)
        .optional();
  }

  /** As it stands; nobody else changes it until the transaction ends. */
  Optional<CounterVisit> lock(UUID id) {
    return sql.sql("select * from submission_visit where id = ? for update")
        .param(id)
        .query(VisitStore::visit)
        .optional();
  }

  Optional<CounterVisit> find(UUID id) {
    return sql.sql("select * from submission_visit where id = ?")
        .param(id)
        .query(VisitStore::visit)
        .optional();
  }

  /** The visit under way in which that party agreed to these matters with this officer. */
  Optional<CounterVisit> findAgreed(Viewer officer, UUID party, Collection<String> matters) {
    if (!officer.may(Permission.TAKE_IN) || officer.account() == null) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select * from submission_visit
            where officer = ? and party = ? and ended is null and agreed is not null
              and serves is null and matters @> ?::text[] and came > ? order by came desc limit 1
            """)
        .params(officer.account(), party)
        .params(matters.toArray(String[]::new), Timestamp.from(time.instant().minus(LASTS)))
        .query(VisitStore::visit)
        .optional();
  }

  /** The visit under way in which whoever sent that application agreed to going on with it. */
  Optional<CounterVisit> findServing(Viewer officer, UUID submission) {
    if (!officer.may(Permission.TAKE_IN) || officer.account() == null) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select * from submission_visit
            where officer = ? and serves = ? and ended is null and agreed is not null
              and came > ? order by came desc limit 1
            """)
        .params(officer.account(), submission, Timestamp.from(time.instant().minus(LASTS)))
        .query(VisitStore::visit)
        .optional();
  }

  /** All in which whoever sent that application agreed to going on with it, oldest first. */
  List<CounterVisit> listServing(UUID submission) {
    return sql.sql(
            """
            select * from submission_visit
            where serves = ? and agreed is not null order by came limit 1000
            """)
        .param(submission)
        .query(VisitStore::visit)
        .list();
  }

  /** Whether that officer ever received somebody about that application. */
  boolean everServed(String officer, UUID submission) {
    return sql.sql(
            "select exists (select 1 from submission_visit where officer = ? and serves = ?)")
        .params(officer, submission)
        .query(Boolean.class)
        .single();
  }

  /** The officer's, the newest first. */
  List<CounterVisit> list(String officer) {
    return sql.sql("select * from submission_visit where officer = ? order by came desc limit ?")
        .params(officer, SHOWN)
        .query(VisitStore::visit)
        .list();
  }

  void agreed(UUID visit, Consent consent) {
    sql.sql(
            """
            update submission_visit set target = ?, matters = ?, shown = ?, way = ?,
              words_zh = ?, words_en = ?, agreed = ? where id = ?
            """)
        .params(consent.target().toString(), consent.matters().toArray(String[]::new))
        .params(consent.shown().name(), consent.way().name())
        .params(consent.words().zh(), consent.words().en(), Timestamp.from(consent.at()), visit)
        .update();
  }

  void sent(CounterVisit visit, UUID submission) {
    sql.sql("update submission_visit set submission = ?, ended = ? where id = ?")
        .params(submission, now(), visit.id())
        .update();
  }

  void ended(CounterVisit visit) {
    sql.sql("update submission_visit set ended = ? where id = ?")
        .params(now(), visit.id())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(time.instant());
  }

  private static CounterVisit visit(ResultSet row, int number) throws SQLException {
    return new CounterVisit(
        row.getObject("id", UUID.class),
        row.getString("officer"),
        row.getString("unit"),
        row.getObject("party", UUID.class),
        row.getString("purpose"),
        row.getTimestamp("came").toInstant(),
        consent(row),
        row.getObject("submission", UUID.class),
        row.getObject("serves", UUID.class),
        row.getString("number"),
        instant(row.getTimestamp("ended")));
  }

  private static @Nullable Consent consent(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("agreed");
    return at == null
        ? null
        : new Consent(
            Target.parse(row.getString("target")),
            List.of((String[]) row.getArray("matters").getArray()),
            Shown.valueOf(row.getString("shown")),
            Way.valueOf(row.getString("way")),
            Text.of(row.getString("words_zh"), row.getString("words_en")),
            at.toInstant());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
