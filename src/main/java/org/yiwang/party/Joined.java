package org.yiwang.party;

import java.time.Instant;
import java.util.UUID;

/**
 * That a file which began without an account was joined by its owner's (认领档案).
 *
 * @param former the empty file that the account had until then
 * @param ref number of the case, the visit, or who said it
 */
public record Joined(UUID party, String account, UUID former, Way way, String ref, Instant at) {
  /** By what it was shown that file and account are one person's (认领方式). */
  public enum Way {
    /** Number and name on file, and the code of a slip. */
    CODE,
    /** An officer saw the original of the document. */
    COUNTER,
    /** The provider with which they sign in says so. */
    SIGN_IN
  }
}
