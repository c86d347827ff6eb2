package org.yiwang.credential;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A verifiable document that somebody holds (电子证照).
 *
 * @param id for ever
 * @param type id of its type
 * @param name what it is called
 * @param holder the party it was issued to
 * @param claims what it says, by claim id, in the order of its type
 * @param issuer id of the unit that issued it
 * @param issued when
 * @param expires when it ends; null for never
 * @param revoked when it was taken back; null if it was not
 * @param number printed on it, unique in the district (证照编号)
 */
public record Credential(
    UUID id,
    String type,
    Text name,
    UUID holder,
    Map<String, String> claims,
    String issuer,
    Instant issued,
    @Nullable Instant expires,
    @Nullable Instant revoked,
    String number) {

  /** Whether it counts at that moment: neither taken back nor over. */
  public boolean countsAt(Instant now) {
    return revoked == null && (expires == null || expires.isAfter(now));
  }
}
