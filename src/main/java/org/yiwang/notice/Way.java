package org.yiwang.notice;

import java.util.Locale;

/** How a message reaches somebody (通知方式). */
public enum Way {
  /** In the person's inbox on this site (站内消息); needs an account. */
  WEB,
  /** Text message (短信). */
  SMS,
  /** Electronic mail (邮件). */
  MAIL;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Way of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
