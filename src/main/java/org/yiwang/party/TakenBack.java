package org.yiwang.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential that counts no more (注销), and why that matters for what it said of people.
 *
 * @param wrong whether it should not have said it: revoked, or a promise behind it was broken.
 *     False where a newer one took its place, such as after a change
 * @param corrected the one issued again with corrected words; null if none was
 */
public record TakenBack(UUID credential, boolean wrong, @Nullable UUID corrected) {
  /** It was wrong from the beginning, or nobody may rely on it. */
  public static TakenBack wrong(UUID credential) {
    return new TakenBack(credential, true, null);
  }

  /** It was right in its time. */
  public static TakenBack replaced(UUID credential) {
    return new TakenBack(credential, false, null);
  }

  /** It was wrong in some words; another one says in its place what is right. */
  public static TakenBack corrected(UUID credential, UUID by) {
    return new TakenBack(credential, true, by);
  }
}
