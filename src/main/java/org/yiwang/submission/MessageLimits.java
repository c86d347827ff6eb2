package org.yiwang.submission;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.page.RefusedException;

/**
 * How much may be written in one thread (留言上限): whoever waits for an answer stops after some
 * messages, so that no office drowns in one person's words; and no thread grows without end.
 */
@Component
class MessageLimits {
  /** Characters of one. */
  static final int LONGEST = 1000;

  /** Of one that points at an answer: the reason goes into the correction as well. */
  static final int LONGEST_REASON = 250;

  /** By an applicant, since an office wrote last. */
  static final int UNANSWERED = 10;

  /** By both sides together. */
  static final int IN_ALL = 300;

  /** Within so long the same words are the same press of a button. */
  private static final Duration TWICE = Duration.ofSeconds(10);

  /** How often help is asked for with one draft; each time begins a thread of its own. */
  static final int ASKED = 10;

  private final MessageStore store;
  private final OneAtATime turns;

  MessageLimits(MessageStore store, OneAtATime turns) {
    this.turns = turns;
    this.store = store;
  }

  /**
   * Whether a message is to be kept; not if it is the last one once more, from a button that was
   * pressed twice. Holds the thread until the transaction ends: two windows do not go past a limit
   * together.
   *
   * @throws RefusedException TOO_MANY with what to do instead
   */
  boolean admit(Message fresh) {
    turns.take("message:" + fresh.thread());
    List<Message> all = store.list(fresh.thread());
    if (!all.isEmpty() && all.getLast().repeatedBy(fresh, TWICE)) {
      return false;
    }
    require(all, fresh.side());
    return true;
  }

  /**
   * The words as they are kept.
   *
   * @throws RefusedException INVALID for none, or too many
   */
  static String words(String typed, int longest) {
    String words = typed.strip();
    if (words.isEmpty() || words.length() > longest) {
      throw new RefusedException(HelpRefusals.noWords(longest));
    }
    return words;
  }

  private static void require(List<Message> all, Message.Side side) {
    if (all.size() >= IN_ALL) {
      throw new RefusedException(HelpRefusals.full());
    }
    if (side == Message.Side.APPLICANT && unanswered(all) >= UNANSWERED) {
      throw new RefusedException(HelpRefusals.unanswered(UNANSWERED));
    }
  }

  private static long unanswered(List<Message> all) {
    return all.reversed().stream().takeWhile(message -> !message.fromOffice()).count();
  }
}
