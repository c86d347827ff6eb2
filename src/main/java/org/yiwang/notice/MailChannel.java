package org.yiwang.notice;

import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.yiwang.pack.Language;

/** Mail by SMTP. */
final class MailChannel implements Channel {
  private final JavaMailSender sender;
  private final String from;

  MailChannel(JavaMailSender sender, String from) {
    this.sender = sender;
    this.from = from;
  }

  @Override
  public String carrier() {
    return "smtp";
  }

  @Override
  public void deliver(Outgoing message) {
    Language language = message.language();
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(from);
    mail.setTo(message.to());
    mail.setSubject(message.title().in(language).replaceAll("\\s+", " "));
    mail.setText(message.words().in(language));
    try {
      sender.send(mail);
    } catch (MailException e) {
      // the address must not get into the record, and servers like to repeat it
      throw new DeliveryException("SMTP: " + e.getClass().getSimpleName());
    }
  }
}
