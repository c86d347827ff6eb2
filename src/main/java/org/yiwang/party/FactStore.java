package org.yiwang.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;

/** SQL of facts; seals on the way in and opens on the way out. */
@Repository
class FactStore {
  private static final String VALUE = "party.fact";
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]+");
  private static final String INSERT =
      """
      insert into party_fact
        (party, kind, value, value_index, source_kind, source, source_ref, confidence, known, until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient sql;
  private final JdbcTemplate template;
  private final Vault vault;
  private final FactKinds kinds;

  FactStore(JdbcClient sql, JdbcTemplate template, Vault vault, FactKinds kinds) {
    this.sql = sql;
    this.template = template;
    this.vault = vault;
    this.kinds = kinds;
  }

  void insertAll(UUID party, List<NewFact> facts, Instant now) {
    template.batchUpdate(INSERT, facts.stream().map(fact -> columns(party, fact, now)).toList());
  }

  private @Nullable Object[] columns(UUID party, NewFact fact, Instant now) {
    boolean identifies = kinds.findKind(fact.kind()).filter(FactKind::identifies).isPresent();
    return new @Nullable Object[] {
      party,
      fact.kind(),
      vault.seal(fact.value(), VALUE),
      identifies ? index(fact.kind(), fact.value()) : null,
      fact.source().kind().name(),
      fact.source().name(),
      fact.source().ref(),
      fact.confidence().name(),
      now.atOffset(ZoneOffset.UTC),
      fact.until() == null ? null : fact.until().atOffset(ZoneOffset.UTC)
    };
  }

  /** Everything ever known of a party, newest first. */
  List<Fact> list(UUID party) {
    return sql.sql("select * from party_fact where party = ? order by id desc limit 2000")
        .param(party)
        .query(this::fact)
        .list();
  }

  Optional<Fact> find(long id) {
    return sql.sql("select * from party_fact where id = ?").param(id).query(this::fact).optional();
  }

  boolean knowsFrom(UUID party, String ref) {
    return sql.sql("select exists (select 1 from party_fact where source_ref = ? and party = ?)")
        .params(ref, party)
        .query(Boolean.class)
        .single();
  }

  /** Parties that a value of one of these kinds identifies, oldest first. */
  List<UUID> listByValue(Collection<FactKind> among, String typed) {
    List<byte[]> indexes = new ArrayList<>();
    for (FactKind kind : among) {
      indexes.add(index(kind.id(), typed));
    }
    return indexes.isEmpty()
        ? List.of()
        : sql.sql(
                """
                select party from party_fact where value_index = any(?)
                 group by party order by min(id) limit 100
                """)
            .param(indexes.toArray(byte[][]::new))
            .query(UUID.class)
            .list();
  }

  /** Nobody else puts that number on file, of whatever kind, until the transaction ends. */
  void alone(String typed) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
        .params(HexFormat.of().formatHex(vault.index(normal(typed), VALUE)), 0L)
        .query((row, number) -> number)
        .list();
  }

  private byte[] index(String kind, String value) {
    return vault.index(normal(value), VALUE + "." + kind);
  }

  /** However it was typed: full width, spaces, hyphens and small letters make no difference. */
  static String normal(String value) {
    String narrow = Normalizer.normalize(value, Normalizer.Form.NFKC);
    return BETWEEN.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private Fact fact(ResultSet row, int number) throws SQLException {
    return new Fact(
        row.getLong("id"),
        row.getObject("party", UUID.class),
        row.getString("kind"),
        vault.open(row.getBytes("value"), VALUE),
        source(row),
        Fact.Confidence.valueOf(row.getString("confidence")),
        row.getTimestamp("known").toInstant(),
        PartyStore.instant(row.getTimestamp("until")));
  }

  static Fact.Source source(ResultSet row) throws SQLException {
    return new Fact.Source(
        Fact.Source.Kind.valueOf(row.getString("source_kind")),
        row.getString("source"),
        row.getString("source_ref"));
  }
}
