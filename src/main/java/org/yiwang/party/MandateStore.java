package org.yiwang.party;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.identity.Vault;

/** SQL of mandates. */
@Repository
class MandateStore {
  private static final String ASKED_FOR = "party.asked-for";

  /** Where it is unknown who gave it, it has to be somebody who represented the firm then. */
  private static final String BASELESS =
      """
      select m.* from party_mandate m
       where m.confirmed_by = 'REPRESENTATIVE' and m.ended is null and m.until >= :today
         and not exists
           (select 1 from party_relation r
             where r.kind = 'LEGAL_REPRESENTATIVE' and r.other = m.principal
               and (r.until is null or r.until > :now)
               and (r.party = m.given_by or (m.given_by is null and r.since <= m.given)))
       order by m.id limit :most
      """;

  private final JdbcClient sql;
  private final Vault vault;

  MandateStore(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /**
   * One mandate as kept.
   *
   * @param asked when the agent asked; null if the principal gave it unasked
   * @param askedFor whom the agent named, as written
   */
  record Row(
      UUID id,
      UUID principal,
      UUID agent,
      Set<String> matters,
      LocalDate until,
      @Nullable Instant asked,
      @Nullable Instant given,
      Mandate.@Nullable Basis basis,
      @Nullable Instant ended,
      Mandate.@Nullable State ending,
      @Nullable String askedFor) {

    Instant since() {
      return given != null ? given : Objects.requireNonNull(asked);
    }

    Mandate.State state(LocalDate today) {
      if (ending != null) {
        return ending;
      }
      if (until.isBefore(today)) {
        return Mandate.State.EXPIRED;
      }
      return given == null ? Mandate.State.ASKED : Mandate.State.GIVEN;
    }
  }

  /**
   * By which right a mandate is given, and by whom (授权依据).
   *
   * @param by null for an officer at a window
   */
  record Giving(Mandate.Basis basis, @Nullable UUID by) {}

  /** Asked for if nobody gives it. */
  UUID insert(NewMandate mandate, @Nullable Giving giving, Instant now) {
    return sql.sql(
            """
            insert into party_mandate
              (principal, agent, matters, until, asked, given, confirmed_by, given_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            returning id
            """)
        .param(mandate.principal())
        .param(mandate.agent())
        .param(mandate.matters().stream().sorted().toArray(String[]::new))
        .param(Date.valueOf(mandate.until()))
        .param(giving == null ? now.atOffset(ZoneOffset.UTC) : null)
        .param(giving == null ? null : now.atOffset(ZoneOffset.UTC))
        .param(giving == null ? null : giving.basis().name())
        .param(giving == null ? null : giving.by())
        .query(UUID.class)
        .single();
  }

  /** Keeps, sealed, whom the agent named. */
  void askedFor(UUID id, String named) {
    sql.sql("update party_mandate set asked_for = ? where id = ?")
        .params(vault.seal(named, ASKED_FOR), id)
        .update();
  }

  Optional<Row> find(UUID id) {
    return sql.sql("select * from party_mandate where id = ?")
        .param(id)
        .query(this::row)
        .optional();
  }

  /** Whether it was given and has not ended; locked against its end. */
  boolean hold(UUID id) {
    return sql.sql(
            """
            select id from party_mandate
             where id = ? and given is not null and ended is null for share
            """)
        .param(id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** Those in which one of these parties stands on either side, newest first. */
  List<Row> list(Collection<UUID> parties) {
    return sql.sql(
            """
            select * from party_mandate where principal = any(:them) or agent = any(:them)
             order by coalesce(given, asked) desc, id limit 500
            """)
        .param("them", parties.toArray(UUID[]::new))
        .query(this::row)
        .list();
  }

  /** Those by which a party acts on that day. */
  List<Row> listGiven(UUID agent, LocalDate today) {
    return sql.sql(
            """
            select * from party_mandate
             where agent = ? and given is not null and ended is null and until >= ?
             order by given, id
            """)
        .params(agent, Date.valueOf(today))
        .query(this::row)
        .list();
  }

  int countAsked(UUID agent) {
    return sql.sql(
            "select count(*) from party_mandate where agent = ? and given is null and ended is null")
        .param(agent)
        .query(Integer.class)
        .single();
  }

  /** False unless it was asked and not answered yet. */
  boolean give(UUID id, Giving giving, Instant now) {
    return sql.sql(
                """
                update party_mandate set given = ?, confirmed_by = ?, given_by = ?
                 where id = ? and given is null and ended is null
                """)
            .param(now.atOffset(ZoneOffset.UTC))
            .param(giving.basis().name())
            .param(giving.by())
            .param(id)
            .update()
        == 1;
  }

  /** False if it has ended before. */
  boolean end(UUID id, Mandate.State ending, Instant now) {
    return sql.sql("update party_mandate set ended = ?, ending = ? where id = ? and ended is null")
            .params(now.atOffset(ZoneOffset.UTC), ending.name(), id)
            .update()
        == 1;
  }

  /** Those by which others act for a firm because that representative let them, locked. */
  List<Row> lockGivenBy(UUID firm, UUID representative, LocalDate today) {
    return sql.sql(
            """
            select * from party_mandate
             where principal = ? and given_by = ? and confirmed_by = 'REPRESENTATIVE'
               and ended is null and until >= ?
             order by id for update
            """)
        .params(firm, representative, Date.valueOf(today))
        .query(this::row)
        .list();
  }

  /** Those that a representative gave who is none any more. */
  List<Row> listBaseless(Instant now, LocalDate today, int most) {
    return baseless(BASELESS, now, today, most);
  }

  /** The same, locked. */
  List<Row> lockBaseless(Instant now, LocalDate today, int most) {
    return baseless(BASELESS + " for update of m skip locked", now, today, most);
  }

  private List<Row> baseless(String asked, Instant now, LocalDate today, int most) {
    return sql.sql(asked)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("today", Date.valueOf(today))
        .param("most", most)
        .query(this::row)
        .list();
  }

  /** Open ones whose last day is over, locked; those that another instance holds are left. */
  List<Row> lockOver(LocalDate today, int most) {
    return sql.sql(
            """
            select * from party_mandate where ended is null and until < ?
             order by until limit ? for update skip locked
            """)
        .params(Date.valueOf(today), most)
        .query(this::row)
        .list();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    String basis = row.getString("confirmed_by");
    String ending = row.getString("ending");
    byte[] askedFor = row.getBytes("asked_for");
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("principal", UUID.class),
        row.getObject("agent", UUID.class),
        Set.of((String[]) row.getArray("matters").getArray()),
        row.getDate("until").toLocalDate(),
        instant(row.getTimestamp("asked")),
        instant(row.getTimestamp("given")),
        basis == null ? null : Mandate.Basis.valueOf(basis),
        instant(row.getTimestamp("ended")),
        ending == null ? null : Mandate.State.valueOf(ending),
        askedFor == null ? null : vault.open(askedFor, ASKED_FOR));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return PartyStore.instant(at);
  }
}
