package org.yiwang.notice;

import org.yiwang.pack.Text;

/**
 * A message to be sent (待发通知).
 *
 * @param way how it goes; one message for each way
 * @param title a few words, as a mail's subject line
 * @param words what is said, without markup
 * @param subject what it is about, e.g. {@code case:YP-20261122-00017}
 */
public record NewNotice(Recipient to, Way way, Text title, Text words, String subject) {
  public NewNotice {
    if (to.account() == null && (way == Way.WEB || to.party() == null)) {
      throw new IllegalArgumentException("Nobody would get this message: " + way + " " + subject);
    }
  }
}
