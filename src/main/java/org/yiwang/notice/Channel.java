package org.yiwang.notice;

import java.time.Instant;
import java.util.UUID;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/** A way out of the program (通知渠道). */
interface Channel {
  /** What it is called in the message's own record. */
  String carrier();

  /**
   * Hands the message over. A repeat with the same id is the same message.
   *
   * @throws DeliveryException when it did not work; the message is tried again later
   */
  void deliver(Outgoing message);

  /**
   * A message with the address that it goes to.
   *
   * @param to telephone number or mail address in full; never written anywhere
   * @param shownAs the same, masked
   */
  record Outgoing(
      UUID id,
      Way way,
      String to,
      String shownAs,
      Language language,
      Text title,
      Text words,
      String subject,
      Instant created) {}

  /** It did not work this time. */
  final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeliveryException(String why) {
      super(why);
    }
  }
}
