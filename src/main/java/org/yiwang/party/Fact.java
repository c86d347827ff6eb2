package org.yiwang.party;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing known about a party (档案信息). Never changed: a newer fact of the same kind stands before
 * an older one, which stays in the history.
 *
 * @param kind id of its kind, as the pack's {@code party.yaml} declares it
 * @param value in full; masked before it reaches a screen if its kind is an identifier
 * @param source where it comes from
 * @param known since when it is on file
 * @param until when it ends to count; null for no end
 */
public record Fact(
    long id,
    UUID party,
    String kind,
    String value,
    Source source,
    Confidence confidence,
    Instant known,
    @Nullable Instant until) {

  /**
   * Where a fact or a relation comes from (来源).
   *
   * @param name of a credential its type, of a case its number, of an account or officer its login
   * @param ref which one exactly, where there are several: the credential's id
   */
  public record Source(Kind kind, String name, @Nullable String ref) {
    /** What sort of source. */
    public enum Kind {
      /** A credential that was issued or checked. */
      CREDENTIAL,
      /** The outcome of a case. */
      CASE,
      /** The person's own words. */
      ACCOUNT,
      /** The invented people of the demo. */
      PACK,
      /** An officer who saw it. */
      OFFICER,
      /** An officer at the counter, from the original that the person showed. */
      COUNTER
    }

    /** Another credential of that type. */
    Source again(UUID credential) {
      return new Source(kind, name, credential.toString());
    }

    /** The outcome of a case. */
    public static Source ofCase(String number) {
      return new Source(Kind.CASE, number, null);
    }
  }

  /** How sure it is (可信程度). */
  public enum Confidence {
    /** A credential or an authority says so. */
    CONFIRMED,
    /** The person says so. */
    STATED,
    /** Follows from something else. */
    DERIVED
  }
}
