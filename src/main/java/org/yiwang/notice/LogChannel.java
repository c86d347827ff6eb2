package org.yiwang.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For the demonstration: says in the log what would have been sent, to a masked number. */
final class LogChannel implements Channel {
  private static final Logger log = LoggerFactory.getLogger(LogChannel.class);

  @Override
  public String carrier() {
    return "log";
  }

  @Override
  public void deliver(Outgoing message) {
    log.info(
        "Demonstration, not really sent: {} to {} about {}",
        message.way().word(),
        message.shownAs(),
        message.subject());
  }
}
