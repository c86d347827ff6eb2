package org.yiwang.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.pack.District;

/**
 * The keys that sign checkpoints (日志签名密钥). The first is made when the log begins and carries the
 * log's name, which never changes afterwards: {@code yiwang.journal.origin}, the public address of
 * {@code /journal} without {@code https://}. When a key is replaced, the one before it signs along
 * for a while, so that whoever knows only that one goes on checking (C2SP signed-note).
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
   * The keys that sign now: the newest, made if there is none, then those before it whose time of
   * signing along is not over. Only the leader of the sealing may call this.
   */
  List<SignerKey> signers(Instant now) {
    List<SignerKey> known = listSigners(now);
    return known.isEmpty() ? List.of(make(now)) : known;
  }

  private List<SignerKey> listSigners(Instant now) {
    return sql.sql(
            """
            select name, public_key, private_key from journal_log_key
             where number = (select max(number) from journal_log_key) or cosigns_until > ?
             order by number desc limit 8
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) -> {
              var verifier = new VerifierKey(row.getString(1), row.getBytes(2));
              return SignerKey.of(verifier, keeper.getObject().open(row.getBytes(3), CONTEXT));
            })
        .list();
  }

  /**
   * Makes a new key, which signs from the next checkpoint on.
   *
   * @param until how long the one before it signs along; now for not at all
   * @return the new key and the one before it
   * @throws LogRefusedException if the log has not begun
   */
  Rotated rotate(Instant now, Instant until) {
    List<VerifierKey> known = listVerifiers();
    if (known.isEmpty()) {
      throw new LogRefusedException(
          "还没有封存任何记录，没有可更换的密钥", "Nothing has been sealed yet, so there is no key to replace");
    }
    VerifierKey former = known.getFirst();
    sql.sql("update journal_log_key set cosigns_until = ? where public_key = ?")
        .params(until.atOffset(ZoneOffset.UTC), former.key())
        .update();
    return new Rotated(former, insert(SignerKey.fresh(former.name()), now).verifier());
  }

  /** Makes a key that signs from now on, beside whatever keys are there. */
  void begin(String name, Instant now) {
    insert(SignerKey.fresh(name), now);
  }

  /** A change of keys: the former, and the one that signs now. */
  record Rotated(VerifierKey former, VerifierKey now) {}

  private SignerKey make(Instant now) {
    if (!origin.matches("[!-*,-~]{1,200}")) {
      throw new LogRefusedException(
          "yiwang.journal.origin 应是不含空格和加号的地址：" + origin,
          "yiwang.journal.origin must be an address without blanks and plus signs: " + origin);
    }
    return insert(SignerKey.fresh(origin), now);
  }

  private SignerKey insert(SignerKey made, Instant now) {
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
