package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.Viewer;

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

  /**
   * Whose hand it is.
   *
   * @param unit of an officer; null for an applicant, and for an officer who works in none
   */
  record Writer(Side side, String account, @Nullable String unit) {
    static Writer applicant(Viewer viewer) {
      return new Writer(Side.APPLICANT, viewer.requireSignedIn(), null);
    }

    static Writer office(Viewer officer, @Nullable String unit) {
      return new Writer(Side.OFFICE, officer.requireSignedIn(), unit);
    }
  }

  /**
   * One that is written now.
   *
   * @param question id of the answer that it points at; null for mere words
   */
  static Message of(Thread thread, Writer by, String words, @Nullable String question, Instant at) {
    return new Message(
        UUID.randomUUID(),
        thread.subject(),
        thread.party(),
        by.side(),
        by.account(),
        by.unit(),
        words,
        question,
        null,
        at);
  }

  /** What is written about, and whose application it is. */
  record Thread(String subject, UUID party) {}

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
