package org.yiwang.credential;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.journal.Actor;

/**
 * A credential to be issued (待签发证照).
 *
 * @param type id of the type, as a pack declares it in {@code credentials.yaml}
 * @param holder the party it is issued to
 * @param claims what it says, by the type's claim ids; every claim that the type does not call
 *     optional must be there, and no other
 * @param expires when it ends; null for what the type's {@code valid} says, or no end
 * @param caseNumber the case it comes from
 * @param by who decided it
 */
public record NewCredential(
    String type,
    UUID holder,
    Map<String, String> claims,
    @Nullable Instant expires,
    String caseNumber,
    Actor by) {
  public NewCredential {
    claims = Map.copyOf(claims);
  }
}
