package org.yiwang.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.submission.DraftHelp.End;

/** SQL of help with drafts. */
@Repository
class DraftHelpStore {
  private static final int SHOWN = 200;

  /** Each with who wrote last, and when. */
  private static final String ALL =
      """
      select h.*, last.side as last_side, last.at as last_at from submission_help h
      left join lateral (select side, at from submission_message
        where thread = 'help:' || h.id order by at desc, written desc limit 1) last on true
      """;

  private final JdbcClient sql;
  private final DistrictTime time;

  DraftHelpStore(JdbcClient sql, DistrictTime time) {
    this.sql = sql;
    this.time = time;
  }

  /** One that goes on, and when something was last written. */
  record Going(DraftHelp help, Instant written) {}

  UUID insert(Draft draft, AskForHelp.Agreed agreed) {
    AskForHelp.Possible asked = agreed.asked();
    return sql.sql(
            """
            insert into submission_help
              (draft, account, party, target, matter, unit, words_zh, words_en, agreed, acting_under,
               from_page)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .params(draft.id(), draft.account(), draft.party(), draft.target().toString())
        .params(asked.matter().id(), asked.unit())
        .params(agreed.words().zh(), agreed.words().en())
        .param(Timestamp.from(time.instant()))
        .param(agreed.under())
        .param(agreed.page())
        .query(UUID.class)
        .single();
  }

  /** How often help was asked for with that draft, ended or not. */
  long count(UUID draft) {
    return sql.sql("select count(*) from submission_help where draft = ?")
        .param(draft)
        .query(Long.class)
        .single();
  }

  Optional<DraftHelp> find(UUID id) {
    return sql.sql(ALL + " where h.id = ?").param(id).query(DraftHelpStore::help).optional();
  }

  /** All that was asked for with that draft, ended or not, the newest first. */
  List<DraftHelp> list(UUID draft) {
    return sql.sql(ALL + " where h.draft = ? order by h.agreed desc, h.id desc")
        .param(draft)
        .query(DraftHelpStore::help)
        .list();
  }

  /** The newest that was asked for with that draft, ended or not. */
  Optional<DraftHelp> findLast(UUID draft) {
    return sql.sql(ALL + " where h.draft = ? order by h.agreed desc, h.id desc limit 1")
        .param(draft)
        .query(DraftHelpStore::help)
        .optional();
  }

  /**
   * Holds it until the transaction ends, so that nothing is written after the consent was taken
   * back.
   */
  Optional<DraftHelp> lockOpen(UUID id) {
    return sql.sql("select id from submission_help where id = ? and ended is null for update")
        .param(id)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /** Holds it with others who look, so that no look is written after the consent was taken back. */
  Optional<DraftHelp> shareOpen(UUID id) {
    return sql.sql("select id from submission_help where id = ? and ended is null for share")
        .param(id)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /** What goes on that somebody asked for on behalf of somebody else. */
  List<DraftHelp> listOpenForOthers() {
    return sql.sql(ALL + " where h.ended is null and h.acting_under is not null")
        .query(DraftHelpStore::help)
        .list();
  }

  /** As {@link #lockOpen(UUID)}, what goes on with that draft. */
  Optional<DraftHelp> lockOpenOf(UUID draft) {
    return sql.sql("select id from submission_help where draft = ? and ended is null for update")
        .param(draft)
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /**
   * What goes on with these matters of these units: who waits for an answer first, the longest
   * waiting first.
   *
   * @param but nobody's own: the account of whoever asks
   */
  List<Going> listOpen(Collection<HelpingOfficers.Handled> handled, String but) {
    return sql.sql(
            ALL
                + """
                 where h.ended is null and h.account <> ?
                  and (h.unit, h.matter) in (select * from unnest(?::text[], ?::text[]))
                  and exists (select from submission_draft d where d.id = h.draft)
                order by last.side, last.at limit ?
                """)
        .param(but)
        .param(handled.stream().map(HelpingOfficers.Handled::unit).toArray(String[]::new))
        .param(handled.stream().map(HelpingOfficers.Handled::matter).toArray(String[]::new))
        .param(SHOWN)
        .query(
            (row, number) -> new Going(help(row, number), row.getTimestamp("last_at").toInstant()))
        .list();
  }

  void ended(UUID id, End why) {
    sql.sql("update submission_help set ended = ?, why = ? where id = ?")
        .params(Timestamp.from(time.instant()), why.name(), id)
        .update();
  }

  /** All that was asked for with a draft belongs to the application that it became. */
  void sent(UUID draft, UUID submission) {
    sql.sql("update submission_help set submission = ? where draft = ?")
        .params(submission, draft)
        .update();
  }

  /** All that was asked for while an application was a draft, the newest first. */
  List<DraftHelp> listOf(UUID submission) {
    return sql.sql(ALL + " where h.submission = ? order by h.agreed desc, h.id desc")
        .param(submission)
        .query(DraftHelpStore::help)
        .list();
  }

  /** What was written with a draft goes with it. */
  void dropMessages(UUID draft) {
    sql.sql(
            """
            delete from submission_message where thread in
              (select 'help:' || id from submission_help where draft = ?)
            """)
        .param(draft)
        .update();
  }

  private static DraftHelp help(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended");
    return new DraftHelp(
        row.getObject("id", UUID.class),
        row.getObject("draft", UUID.class),
        row.getString("account"),
        row.getObject("party", UUID.class),
        Target.parse(row.getString("target")),
        row.getString("matter"),
        row.getString("unit"),
        Text.of(row.getString("words_zh"), row.getString("words_en")),
        row.getTimestamp("agreed").toInstant(),
        row.getString("from_page"),
        ended == null ? null : ended.toInstant(),
        why(row.getString("why")),
        Message.Side.OFFICE.name().equals(row.getString("last_side")));
  }

  private static @Nullable End why(@Nullable String word) {
    return word == null ? null : End.valueOf(word);
  }
}
