package org.yiwang.submission;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * What somebody does with an application that was sent (办理动作).
 *
 * @param code as the journal names it
 * @param moves number of the case that is moved by it; null if none is
 * @param says as whoever applied reads it
 */
record Done(String code, @Nullable String moves, Text says) {
  static Done move(String number, String action, Text says) {
    return new Done(number + " " + action, number, says);
  }

  static Done paper(Owed owed) {
    return new Done(
        "paper-given " + owed.evidence(),
        null,
        Text.of(
            "补交了“%s”".formatted(owed.name().zh()), "“%s” handed in".formatted(owed.name().en())));
  }
}
