package org.yiwang.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a credential says of two parties (证照载明的关系), as a pack declares it in {@code party.yaml}:
 * when it is issued, whoever a claim names by number stands in a relation with its holder. Only
 * parties that have a file already are found.
 *
 * @param from the claim with the number of the other party, as {@code TYPE/CLAIM}; several numbers
 *     stand apart by a comma, a semicolon or 、
 * @param kind what one is to the other; no {@code agent}, which is a mandate
 * @param of whose: {@code legal-representative} of the {@code holder} is the other party, {@code
 *     employee} of the {@code other} is the holder
 * @param holderIs a claim that has to hold the holder's own number; absent where the credential
 *     cannot be about anybody else
 * @param named a claim with the name of whoever {@code from} names by number, compared without
 *     spaces and capitals; with several numbers as many names, in the same order. Whoever is called
 *     otherwise is not related. Leave it out only where nobody types the number
 * @param only whether there is one such at a time: whoever else stands so is it no more, also where
 *     the one named is not found here or is called otherwise; where the credential was wrong,
 *     whoever the latest one names that was not stands again
 */
public record RelationRule(
    String from,
    Relation.Kind kind,
    Side of,
    @Nullable String holderIs,
    @Nullable String named,
    boolean only) {

  /** A side of it. */
  public enum Side {
    /** Whose credential it is. */
    HOLDER,
    /** Whom the claim names. */
    OTHER
  }

  /** The id of the type, before the stroke. */
  public String type() {
    return from.substring(0, Math.max(0, from.indexOf('/')));
  }

  /** The id of the claim that names the other, behind the stroke. */
  public String claim() {
    return from.substring(from.indexOf('/') + 1);
  }

  /** Whether that relation makes the holder the one whom others are something to. */
  boolean ofHolder() {
    return of == Side.HOLDER;
  }

  /** Whether a relation is one of these, seen from the holder. */
  boolean covers(Relation relation, UUID holder) {
    return relation.kind() == kind && holder(relation).equals(holder);
  }

  /** Which side of such a relation holds the credential. */
  UUID holder(Relation relation) {
    return ofHolder() ? relation.other() : relation.party();
  }
}
