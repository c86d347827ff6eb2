package org.yiwang.party;

import org.jspecify.annotations.Nullable;

/**
 * How somebody wishes to be reached (联系方式); each part may be absent.
 *
 * @param name as the person writes it
 * @param phone as typed; spaces, hyphens and the own country's code make no difference
 * @param mail e-mail address
 */
public record Contact(@Nullable String name, @Nullable String phone, @Nullable String mail) {

  /** Whether nothing was given. */
  public boolean isEmpty() {
    return blank(name) && blank(phone) && blank(mail);
  }

  private static boolean blank(@Nullable String words) {
    return words == null || words.isBlank();
  }
}
