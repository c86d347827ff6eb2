package org.yiwang.party;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a credential says of its holder (证照所载).
 *
 * @param holder whose file it goes into
 * @param type id of the credential's type
 * @param credential which one; what it says is put on file once
 * @param claims by claim id
 * @param until when the credential ends; null for no end
 * @param caseNumber the case it came out of; null for what the demo begins with, of which nobody is
 *     told
 */
public record SaidByCredential(
    UUID holder,
    String type,
    UUID credential,
    Map<String, String> claims,
    @Nullable Instant until,
    @Nullable String caseNumber) {

  /** The credential as the source of what it says. */
  Fact.Source source() {
    return new Fact.Source(Fact.Source.Kind.CREDENTIAL, type, credential.toString());
  }
}
