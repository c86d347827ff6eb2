package org.yiwang.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** SQL of the journal. */
@Repository
class JournalStore implements Journal {
  private static final String INSERT =
      """
      insert into journal_entry
        (at, kind, subject, actor_kind, actor_account, actor_zh, actor_en, facts)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final JdbcClient sql;
  private final JdbcTemplate template;
  private final JsonMapper json;
  private final DistrictTime time;

  JournalStore(JdbcClient sql, JdbcTemplate template, JsonMapper json, DistrictTime time) {
    this.sql = sql;
    this.template = template;
    this.json = json;
    this.time = time;
  }

  @Override
  public void append(NewEntry entry) {
    appendAll(List.of(entry));
  }

  @Override
  public void appendAll(List<NewEntry> entries) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A journal entry belongs into the transaction of its change");
    }
    Timestamp now = Timestamp.from(time.instant());
    if (entries.size() == 1) {
      template.update(INSERT, columns(entries.getFirst(), now));
    } else {
      template.batchUpdate(INSERT, entries.stream().map(e -> columns(e, now)).toList());
    }
  }

  private Object[] columns(NewEntry entry, Timestamp now) {
    Actor actor = entry.actor();
    return new @Nullable Object[] {
      now,
      entry.kind(),
      entry.subject(),
      actor.kind().name(),
      actor.account(),
      actor.name().zh(),
      actor.name().en(),
      json.writeValueAsString(entry.facts())
    };
  }

  @Override
  public Optional<Sealed> findSealed() {
    return sql.sql("select size, root from journal_checkpoint order by size desc limit 1")
        .query(
            (row, number) -> new Sealed(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
        .optional();
  }

  @Override
  public List<Entry> list(String subject) {
    return sql.sql("select * from journal_entry where subject = ? order by id")
        .param(subject)
        .query(this::entry)
        .list();
  }

  @Override
  public List<Entry> list(EntryQuery query) {
    return sql.sql(
            """
            select * from journal_entry
             where (:kind::text is null or kind = :kind
                    or (:kind like '%.' and starts_with(kind, :kind)))
               and (:subject::text is null or subject = :subject)
               and (:account::text is null or actor_account = :account)
               and (:from::timestamptz is null or at >= :from)
               and (:until::timestamptz is null or at < :until)
               and (:before::bigint is null or id < :before)
             order by id desc limit :limit
            """)
        .param("kind", query.kind())
        .param("subject", query.subject())
        .param("account", query.account())
        .param("from", utc(query.from()))
        .param("until", utc(query.until()))
        .param("before", query.before())
        .param("limit", Math.clamp(query.limit(), 1, 1000))
        .query(this::entry)
        .list();
  }

  @Override
  public List<Entry> listLooks(Collection<String> concerned, @Nullable Long before, int limit) {
    return sql.sql(
            """
            select * from journal_entry
             where kind like 'access.%'
               and coalesce(facts ->> 'concerns', facts ->> 'seen') = any(:concerned)
               and (:before::bigint is null or id < :before)
             order by id desc limit :limit
            """)
        .param("concerned", concerned.toArray(String[]::new))
        .param("before", before)
        .param("limit", Math.clamp(limit, 1, 1000))
        .query(this::entry)
        .list();
  }

  @Override
  public List<Long> listMissingLooks(String concerns, long upTo) {
    return sql.sql(
            """
            select given from generate_series(1, :upTo) given
            except
            select (facts ->> 'number')::bigint from journal_entry
             where kind like 'access.%'
               and coalesce(facts ->> 'concerns', facts ->> 'seen') = :concerns
               and facts ->> 'number' is not null
             order by 1 limit 20
            """)
        .param("concerns", concerns)
        .param("upTo", upTo)
        .query(Long.class)
        .list();
  }

  @Override
  public Optional<Entry> find(long id) {
    return sql.sql("select * from journal_entry where id = ?")
        .param(id)
        .query(this::entry)
        .optional();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public long newest() {
    return sql.sql("select coalesce(max(id), 0) from journal_entry").query(Long.class).single();
  }

  private Entry entry(ResultSet row, int index) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        new Actor(
            Actor.Kind.valueOf(row.getString("actor_kind")),
            row.getString("actor_account"),
            Text.of(row.getString("actor_zh"), row.getString("actor_en"))),
        row.getString("kind"),
        row.getString("subject"),
        json.readValue(row.getString("facts"), FACTS));
  }
}
