package org.yiwang.credential;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why a credential is taken back or corrected, as the holder will read it (注销原因). */
final class Reason {
  private static final int LONGEST = 500;

  private Reason() {}

  /**
   * The words, without blanks around them.
   *
   * @throws RefusedException INVALID if there are none, or too many
   */
  static String of(@Nullable String typed, String field) {
    String words = typed == null ? "" : typed.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw new RefusedException(
          Refusal.invalid(
              "credential-reason",
              field,
              Text.of("请写明原因，持有人会看到。", "Say why; the holder will read it."),
              Text.of("不超过 500 字。", "At most 500 characters.")));
    }
    return words;
  }
}
