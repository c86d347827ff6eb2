package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What applicant and officers write to each other about a case or a draft (帮办留言).
 *
 * @param thread what it is about: {@code case:NUMBER}, or {@code help:ID} for a draft
 * @param party whose application it is
 * @param unit of an officer; null for an applicant
 * @param question the one answer that the officer asks to put right, or points at in a draft; null
 *     for mere words
 * @param mended when that was done
 */
record Message(
    UUID id,
    String thread,
    UUID party,
    Side side,
    String account,
    @Nullable String unit,
    String words,
    @Nullable String question,
    @Nullable Instant mended,
    Instant at) {

  /** Who writes. */
  enum Side {
    APPLICANT,
    OFFICE
  }

  boolean fromOffice() {
    return side == Side.OFFICE;
  }

  /** Whether that is this one once more, by the same hand and soon after. */
  boolean repeatedBy(Message fresh, Duration soon) {
    return side == fresh.side()
        && account.equals(fresh.account())
        && words.equals(fresh.words())
        && Objects.equals(question, fresh.question())
        && fresh.at().isBefore(at.plus(soon));
  }

  /** Whether an answer is still to be put right. */
  boolean toMend() {
    return question != null && mended == null;
  }
}
