package org.yiwang.journal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * The log's keys in a backup (日志密钥备份). Put back into another database they are former keys: old
 * checkpoints and receipts can be checked again, but the log there is signed with a new key, since
 * the old one must never sign a second history.
 */
@Component
class KeptLogKeys implements KeptKeys {
  private final JdbcClient sql;
  private final LogKeys keys;
  private final DistrictTime time;

  KeptLogKeys(JdbcClient sql, LogKeys keys, DistrictTime time) {
    this.sql = sql;
    this.keys = keys;
    this.time = time;
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public List<Map<String, String>> take() {
    return sql.sql(
            "select name, public_key, private_key, created from journal_log_key order by number")
        .query(
            (row, number) -> {
              Map<String, String> one = new LinkedHashMap<>();
              one.put("name", row.getString(1));
              one.put("public", Base64.getEncoder().encodeToString(row.getBytes(2)));
              one.put("private", Base64.getEncoder().encodeToString(row.getBytes(3)));
              one.put("created", row.getTimestamp(4).toInstant().toString());
              return one;
            })
        .list();
  }

  @Override
  public int put(List<Map<String, String>> rows) {
    List<VerifierKey> before = keys.listVerifiers();
    int added = rows.stream().mapToInt(this::insert).sum();
    if (added > 0) {
      String name = before.isEmpty() ? rows.getLast().get("name") : before.getFirst().name();
      keys.begin(Objects.requireNonNull(name), time.realInstant());
    }
    return added;
  }

  private int insert(Map<String, String> row) {
    return sql.sql(
            """
            insert into journal_log_key (name, public_key, private_key, created)
            select :name, :public, :private, :created
             where not exists (select 1 from journal_log_key where public_key = :public)
            """)
        .param("name", row.get("name"))
        .param("public", Base64.getDecoder().decode(row.get("public")))
        .param("private", Base64.getDecoder().decode(row.get("private")))
        .param(
            "created",
            OffsetDateTime.parse(row.get("created")).toInstant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
