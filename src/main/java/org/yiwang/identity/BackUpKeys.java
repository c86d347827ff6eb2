package org.yiwang.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.KeptKeys;
import org.yiwang.journal.NewEntry;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers the data key and all keys that modules keep sealed (备份密钥), and puts them back (恢复密钥).
 * Both are written into the journal.
 */
@Component
class BackUpKeys {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SUBJECT = "keys:backup";

  private final VaultKey key;
  private final List<KeptKeys> kept;
  private final Journal journal;
  private final TransactionOperations transaction;
  private final DistrictTime time;

  BackUpKeys(
      VaultKey key,
      List<KeptKeys> kept,
      Journal journal,
      TransactionOperations transaction,
      DistrictTime time) {
    this.key = key;
    this.kept = List.copyOf(kept);
    this.journal = journal;
    this.transaction = transaction;
    this.time = time;
  }

  /**
   * What an archive holds.
   *
   * @param made when, ISO 8601
   * @param dataKey in base64
   * @param keys rows of each module
   */
  record Content(String made, String dataKey, Map<String, List<Map<String, String>>> keys) {
    byte[] bytes() {
      return JSON.writeValueAsBytes(this);
    }

    static Content of(byte[] bytes) {
      return JSON.readValue(bytes, Content.class);
    }

    int rows() {
      return keys.values().stream().mapToInt(List::size).sum();
    }
  }

  Content take() {
    Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
    return transaction.execute(
        state -> {
          kept.forEach(one -> all.put(one.name(), one.take()));
          Content content = new Content(time.realInstant().toString(), key.words(), all);
          append("keys.backed-up", Map.of("rows", content.rows()));
          return content;
        });
  }

  /** Puts back what is not there; tells how many rows were not. */
  int put(Content content) {
    Integer added =
        transaction.execute(
            state -> {
              int count =
                  kept.stream()
                      .mapToInt(one -> one.put(content.keys().getOrDefault(one.name(), List.of())))
                      .sum();
              append("keys.restored", Map.of("made", content.made(), "rows", count));
              return count;
            });
    return added == null ? 0 : added;
  }

  private void append(String kind, Map<String, Object> facts) {
    journal.append(new NewEntry(Actor.SYSTEM, kind, SUBJECT, facts));
  }
}
