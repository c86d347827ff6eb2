package org.yiwang.journal;

import java.sql.Timestamp;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Does a command from outside once for each idempotency key (幂等键); a repeat gets the first answer.
 * The key is kept in the transaction of the command, so a command that failed may be sent again.
 */
@Component
public class Once {
  private static final int LONGEST_KEY = 200;
  private static final int DAYS_KEPT = 7;

  private final JdbcClient sql;
  private final DistrictTime time;

  Once(JdbcClient sql, DistrictTime time) {
    this.sql = sql;
    this.time = time;
  }

  /**
   * @param key from the client; null or blank does the work without remembering it
   * @param owner who sends it: keys of two senders never meet
   * @param fingerprint what is asked, so that one key is not used for two different things
   * @param work does the command and gives its answer
   * @throws RefusedException OUTDATED when the key was used for something else, INVALID when too
   *     long
   */
  @Transactional
  public String once(
      @Nullable String key, String owner, String fingerprint, Supplier<String> work) {
    if (key == null || key.isBlank()) {
      return work.get();
    }
    if (key.length() > LONGEST_KEY) {
      throw new RefusedException(tooLong());
    }
    return claim(key, owner, fingerprint)
        ? remember(key, owner, work.get())
        : first(key, owner, fingerprint);
  }

  /** False when the key is taken; waits for whoever is just taking it. */
  private boolean claim(String key, String owner, String fingerprint) {
    return sql.sql(
                """
                insert into journal_once (key, owner, fingerprint, at) values (?, ?, ?, ?)
                on conflict (owner, key) do nothing
                """)
            .params(key, owner, fingerprint, Timestamp.from(time.instant()))
            .update()
        == 1;
  }

  private String remember(String key, String owner, String answer) {
    sql.sql("update journal_once set answer = ? where owner = ? and key = ?")
        .params(answer, owner, key)
        .update();
    return answer;
  }

  private String first(String key, String owner, String fingerprint) {
    Kept kept =
        sql.sql("select fingerprint, answer from journal_once where owner = ? and key = ?")
            .params(owner, key)
            .query(Kept.class)
            .single();
    if (!kept.fingerprint().equals(fingerprint)) {
      throw new RefusedException(usedForOther());
    }
    return kept.answer();
  }

  private record Kept(String fingerprint, String answer) {}

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
  void forgetOld() {
    sql.sql("delete from journal_once where at < ?")
        .param(Timestamp.from(time.instant().minus(java.time.Duration.ofDays(DAYS_KEPT))))
        .update();
  }

  private static Refusal tooLong() {
    return Refusal.invalid(
        "idempotency-key-too-long",
        "Idempotency-Key",
        Text.of("幂等键最长 200 个字符。", "An idempotency key has at most 200 characters."),
        Text.of("请使用 UUID。", "Use a UUID."));
  }

  private static Refusal usedForOther() {
    return Refusal.of(
        Refusal.Kind.OUTDATED,
        "idempotency-key-reused",
        Text.of("这个幂等键已用于另一项请求。", "This idempotency key was used for a different request."),
        Text.of("请为新的请求换一个键。", "Take a new key for a new request."));
  }
}
