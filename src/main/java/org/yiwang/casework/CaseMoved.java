package org.yiwang.casework;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * A case has moved (办件流转); told inside the transaction of the move, so that listeners write with
 * it.
 *
 * @param now the case after the move
 * @param action what was done; {@code opened} for a new case
 * @param from the step it was in; empty for a new case
 * @param tell what the person who reported is to be told, null if nothing
 * @param note the note given with the action
 * @param joinedTo number of the case that this one was found to repeat, null if none
 */
public record CaseMoved(
    Case now,
    String action,
    String from,
    @Nullable Text tell,
    @Nullable String note,
    @Nullable String joinedTo) {

  /** What is told, with the case's title and number (告知内容); null if nothing is. */
  public @Nullable Text news() {
    Text title = now.about().title();
    return tell == null
        ? null
        : Text.of(
            "%s（%s）：%s".formatted(title.zh(), now.number(), tell.zh()),
            "%s (%s): %s".formatted(title.en(), now.number(), tell.en()));
  }
}
