package org.yiwang.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.pack.District;

/**
 * The keys that sign checkpoints (日志签名密钥). The first is made when the log begins and carries the
 * log's name, which never changes afterwards: {@code yiwang.journal.origin}, the public address of
 * {@code /journal} without {@code https://}.
 */
@Component
class LogKeys {
  private static final String CONTEXT = "journal.log-key";

  private final JdbcClient sql;
  private final ObjectProvider<SecretKeeper> keeper;
  private final String origin;

  @Autowired
  LogKeys(
      JdbcClient sql,
      ObjectProvider<SecretKeeper> keeper,
      District district,
      @Value("${yiwang.journal.origin:}") String origin) {
    this(sql, keeper, origin.isBlank() ? "localhost/journal/" + district.id() : origin.strip());
  }

  LogKeys(JdbcClient sql, ObjectProvider<SecretKeeper> keeper, String origin) {
    this.sql = sql;
    this.keeper = keeper;
    this.origin = origin;
  }

  /** The public keys, the one that signs now first. */
  List<VerifierKey> listVerifiers() {
    return sql.sql("select name, public_key from journal_log_key order by number desc")
        .query((row, number) -> new VerifierKey(row.getString(1), row.getBytes(2)))
        .list();
  }

  /**
   * The key that signs now; made if there is none. Only the leader of the sealing may call this.
   */
  SignerKey signer(Instant now) {
    return findSigner().orElseGet(() -> make(now));
  }

  private Optional<SignerKey> findSigner() {
    return sql.sql(
            """
            select name, public_key, private_key from journal_log_key order by number desc limit 1
            """)
        .query(
            (row, number) -> {
              var verifier = new VerifierKey(row.getString(1), row.getBytes(2));
              return SignerKey.of(verifier, keeper.getObject().open(row.getBytes(3), CONTEXT));
            })
        .optional();
  }

  private SignerKey make(Instant now) {
    if (!origin.matches("[!-*,-~]{1,200}")) {
      throw new LogRefusedException(
          "yiwang.journal.origin must be an address without blanks and plus signs: " + origin);
    }
    SignerKey made = SignerKey.fresh(origin);
    sql.sql(
            """
            insert into journal_log_key (name, public_key, private_key, created)
            values (?, ?, ?, ?)
            """)
        .params(
            made.verifier().name(),
            made.verifier().key(),
            keeper.getObject().seal(made.key().getEncoded(), CONTEXT),
            now.atOffset(ZoneOffset.UTC))
        .update();
    return made;
  }
}
