package org.yiwang.credential;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One use of a credential that its holder agreed to (出示): for one recipient, one purpose, once.
 *
 * @param id for ever
 * @param credential what is shown
 * @param claims ids of the claims disclosed
 * @param purpose what for, as the holder read it
 * @param recipient who may use it
 * @param made when the holder agreed
 * @param expires until when it may be used
 * @param used when it was used; null if it was not yet
 * @param withdrawn when the holder took it back; null if not
 * @param code twenty letters and digits that stand for the token where it is too long, as in a link
 * @param token the credential with these claims only, bound to the recipient by the holder's
 *     signature (SD-JWT with key binding)
 */
public record Presentation(
    UUID id,
    UUID credential,
    List<String> claims,
    String purpose,
    String recipient,
    Instant made,
    Instant expires,
    @Nullable Instant used,
    @Nullable Instant withdrawn,
    String code,
    String token) {

  /** Whether the recipient can still use it. */
  public boolean openAt(Instant now) {
    return used == null && withdrawn == null && expires.isAfter(now);
  }
}
