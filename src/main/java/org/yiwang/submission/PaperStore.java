package org.yiwang.submission;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;

/** Keeps uploaded papers, sealed. */
@Repository
class PaperStore {
  private static final String CONTEXT = "submission.paper";

  private final JdbcClient sql;
  private final Vault vault;
  private final DistrictTime time;

  PaperStore(JdbcClient sql, Vault vault, DistrictTime time) {
    this.sql = sql;
    this.vault = vault;
    this.time = time;
  }

  UUID insert(String account, Papers.Checked file) {
    String words = Base64.getEncoder().encodeToString(file.content());
    return sql.sql(
            """
            insert into submission_paper (account, name, type, content, at)
            values (?, ?, ?, ?, ?) returning id
            """)
        .params(
            account,
            file.name(),
            file.type(),
            vault.seal(words, CONTEXT),
            Timestamp.from(time.instant()))
        .query(UUID.class)
        .single();
  }

  Optional<Paper> find(UUID id) {
    return sql.sql("select id, account, name, type from submission_paper where id = ?")
        .param(id)
        .query(Paper.class)
        .optional();
  }

  byte[] content(Paper paper) {
    byte[] sealed =
        sql.sql("select content from submission_paper where id = ?")
            .param(paper.id())
            .query(byte[].class)
            .single();
    return Base64.getDecoder()
        .decode(vault.open(sealed, CONTEXT).getBytes(StandardCharsets.US_ASCII));
  }
}
