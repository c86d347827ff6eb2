package org.yiwang.credential;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.KeptKeys;

/**
 * What a backup of keys needs so that credentials can be checked after everything else is lost
 * (签发密钥备份): the issuer's keys, the status lists' addresses, and who had been taken back. Holders'
 * keys are not in it: they belong to wallets, which only the database's own backup brings back.
 */
@Component
class KeptIssuerKeys implements KeptKeys {
  private final KeyStore keys;
  private final ListStore lists;
  private final DistrictTime time;

  KeptIssuerKeys(KeyStore keys, ListStore lists, DistrictTime time) {
    this.keys = keys;
    this.lists = lists;
    this.time = time;
  }

  @Override
  public String name() {
    return "credential";
  }

  @Override
  public List<Map<String, String>> take() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (KeyStore.Row key : keys.listNewestFirst()) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("key", key.id());
      row.put("algorithm", key.algorithm());
      row.put("jwk", Letters.encode(key.jwk()));
      row.put("created", key.created().toString());
      rows.add(row);
    }
    for (int list : lists.listNumbers()) {
      rows.add(
          Map.of(
              "list",
              Integer.toString(list),
              "issuer",
              lists.findIssuer(list).orElseThrow(),
              "revoked",
              String.join(" ", lists.listRevoked(list).stream().map(String::valueOf).toList())));
    }
    return rows;
  }

  @Override
  public int put(List<Map<String, String>> rows) {
    int added = rows.stream().filter(row -> row.containsKey("key")).mapToInt(this::key).sum();
    return added
        + rows.stream()
            .filter(row -> row.containsKey("list"))
            .mapToInt(row -> list(row, added > 0))
            .sum();
  }

  private int key(Map<String, String> row) {
    byte[] sealed = Letters.decode(word(row, "jwk"));
    Instant created = Instant.parse(word(row, "created"));
    boolean added =
        keys.insert(new KeyStore.Row(word(row, "key"), word(row, "algorithm"), sealed, created));
    return added ? 1 : 0;
  }

  /**
   * In another database than the backup's, new credentials go into a list of their own: places of
   * the old ones stay taken.
   */
  private int list(Map<String, String> row, boolean elsewhere) {
    int number = Integer.parseInt(word(row, "list"));
    String issuer = word(row, "issuer");
    boolean known = lists.findIssuer(number).isPresent();
    if (!lists.claim(number, issuer, time.realInstant()).equals(issuer)) {
      throw new NotMatchingException(
          "This database issues under another address than the backup's %s; restore into an empty one. 该数据库已用别的地址签发过证照，请恢复到空的数据目录。"
              .formatted(issuer));
    }
    for (String index : word(row, "revoked").split(" ", -1)) {
      if (!index.isEmpty()) {
        lists.keepRevoked(number, Integer.parseInt(index));
      }
    }
    if (!known || elsewhere) {
      lists.skip(number);
    }
    return known ? 0 : 1;
  }

  private static String word(Map<String, String> row, String name) {
    String word = row.get(name);
    if (word == null) {
      throw new UnreadableException("a backup without " + name);
    }
    return word;
  }
}
