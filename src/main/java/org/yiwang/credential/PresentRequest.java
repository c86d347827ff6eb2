package org.yiwang.credential;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.yiwang.journal.Actor;

/**
 * The holder's consent to one use of a credential (授权出示).
 *
 * @param credential which
 * @param claims ids of the claims to disclose; nothing else leaves the wallet, apart from what the
 *     type never hides
 * @param purpose what for, in the words the holder agreed to
 * @param recipient who may use it: a unit's id, another district's address, or a name
 * @param lasts how long the recipient has; at most thirty days
 * @param by the holder, or whoever acts for the holder with a mandate
 */
public record PresentRequest(
    UUID credential,
    Set<String> claims,
    String purpose,
    String recipient,
    Duration lasts,
    Actor by) {
  public PresentRequest {
    claims = Set.copyOf(claims);
  }
}
