package org.yiwang.party;

import org.jspecify.annotations.Nullable;

/** Hides most of a name, number or address (脱敏): enough is left to recognise, not to reach. */
public final class Masked {
  private static final int FRONT = 3;
  private static final int BACK = 4;

  private Masked() {}

  static Contact of(Contact contact) {
    return new Contact(name(contact.name()), phone(contact.phone()), mail(contact.mail()));
  }

  /** "王秀兰" to "王**", "Wang Xiulan" to "W**". */
  public static @Nullable String name(@Nullable String name) {
    return name == null || name.isEmpty()
        ? null
        : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  /** "13800000000" to "138****0000"; of a shorter number only the last two digits. */
  public static @Nullable String phone(@Nullable String phone) {
    if (phone == null || phone.isEmpty()) {
      return null;
    }
    int length = phone.length();
    if (length < FRONT + BACK + 1) {
      return "****" + phone.substring(Math.max(0, length - 2));
    }
    return phone.substring(0, FRONT) + "****" + phone.substring(length - BACK);
  }

  /** "wang@example.org" to "w***@example.org". */
  public static @Nullable String mail(@Nullable String mail) {
    int at = mail == null ? -1 : mail.indexOf('@');
    return mail == null || at < 1
        ? null
        : mail.substring(0, mail.offsetByCodePoints(0, 1)) + "***" + mail.substring(at);
  }
}
