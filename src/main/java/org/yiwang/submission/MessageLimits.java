package org.yiwang.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.page.RefusedException;

/**
 * How much may be written in one thread (留言上限): whoever waits for an answer stops after some
 * messages, so that no office drowns in one person's words; and no thread grows without end.
 */
@Component
class MessageLimits {
  /** By an applicant, since an office wrote last. */
  static final int UNANSWERED = 10;

  /** By both sides together. */
  static final int IN_ALL = 300;

  /** How often help is asked for with one draft; each time begins a thread of its own. */
  static final int ASKED = 10;

  private final MessageStore store;

  MessageLimits(MessageStore store) {
    this.store = store;
  }

  /**
   * Holds the thread until the transaction ends: two windows do not go past a limit together.
   *
   * @throws RefusedException TOO_MANY with what to do instead
   */
  void require(String thread, Message.Side side) {
    store.lock(thread);
    List<Message> all = store.list(thread);
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
