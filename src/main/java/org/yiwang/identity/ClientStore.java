package org.yiwang.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.pack.Text;

/** SQL of programs that act here. */
@Repository
class ClientStore {
  private final JdbcClient sql;

  ClientStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<ProgramClient> find(String clientId) {
    return sql.sql("select * from identity_client where client_id = ?")
        .param(clientId)
        .query(ClientStore::client)
        .optional();
  }

  Optional<ProgramClient> find(UUID id) {
    return sql.sql("select * from identity_client where id = ?")
        .param(id)
        .query(ClientStore::client)
        .optional();
  }

  List<ProgramClient> list() {
    return sql.sql("select * from identity_client order by client_id")
        .query(ClientStore::client)
        .list();
  }

  /** Writes it, or overwrites the one of the same client id; the id of the first stays. */
  void save(ProgramClient client, Instant now) {
    sql.sql(
            """
            insert into identity_client
              (id, client_id, name_zh, name_en, secret, redirects, roles, unit, area, grid,
               enabled, demo, created)
            values (:id, :client, :zh, :en, :secret, :redirects::text[], :roles::text[],
               :unit, :area, :grid, :enabled, :demo, :now)
            on conflict (client_id) do update
               set name_zh = excluded.name_zh, name_en = excluded.name_en,
                   secret = excluded.secret, redirects = excluded.redirects,
                   roles = excluded.roles, unit = excluded.unit, area = excluded.area,
                   grid = excluded.grid, enabled = excluded.enabled, demo = excluded.demo
            """)
        .param("id", client.id())
        .param("client", client.clientId())
        .param("zh", client.name().zh())
        .param("en", client.name().en())
        .param("secret", client.secret())
        .param("redirects", client.redirects().toArray(String[]::new))
        .param("roles", client.post().roles().toArray(String[]::new))
        .param("unit", client.post().unit())
        .param("area", client.post().area())
        .param("grid", client.post().grid())
        .param("enabled", client.enabled())
        .param("demo", client.demo())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static ProgramClient client(ResultSet row, int index) throws SQLException {
    return new ProgramClient(
        row.getObject("id", UUID.class),
        row.getString("client_id"),
        Text.of(row.getString("name_zh"), row.getString("name_en")),
        row.getString("secret"),
        words(row.getArray("redirects")),
        new Post(
            new TreeSet<>(words(row.getArray("roles"))),
            row.getString("unit"),
            row.getString("area"),
            row.getString("grid")),
        row.getBoolean("enabled"),
        row.getBoolean("demo"));
  }

  private static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
