package org.yiwang.notice;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.yiwang.calendar.DistrictTime;

/**
 * Settings of the ways out.
 *
 * @param demo the demonstration only logs what it would send
 * @param mail an SMTP server; without a host no mail goes out
 * @param sms the district's gateway for text messages; without an address none go out
 */
@ConfigurationProperties("yiwang")
record NoticeSettings(
    @DefaultValue("false") boolean demo, @DefaultValue Mail mail, @DefaultValue Sms sms) {

  /**
   * @param tls whether the server must speak STARTTLS
   */
  record Mail(
      @Nullable String host,
      @DefaultValue("587") int port,
      @Nullable String user,
      @Nullable String password,
      @DefaultValue("true") boolean tls,
      @DefaultValue("yiwang@localhost") String from) {

    Channel channel(String server) {
      JavaMailSenderImpl sender = new JavaMailSenderImpl();
      sender.setHost(server);
      sender.setPort(port);
      sender.setUsername(user);
      sender.setPassword(password);
      sender.setDefaultEncoding("UTF-8");
      Properties smtp = sender.getJavaMailProperties();
      smtp.put("mail.smtp.auth", Boolean.toString(user != null));
      smtp.put("mail.smtp.starttls.enable", "true");
      smtp.put("mail.smtp.starttls.required", Boolean.toString(tls));
      smtp.put("mail.smtp.connectiontimeout", "10000");
      smtp.put("mail.smtp.timeout", "10000");
      smtp.put("mail.smtp.writetimeout", "10000");
      return new MailChannel(sender, from);
    }
  }

  /**
   * @param url where messages are posted, see {@link WebhookChannel}
   * @param secret with which they are signed
   */
  record Sms(@Nullable URI url, @Nullable String secret) {}

  Channels channels(DistrictTime time) {
    Map<Way, Channel> channels = new EnumMap<>(Way.class);
    if (demo) {
      channels.put(Way.SMS, new LogChannel());
      channels.put(Way.MAIL, new LogChannel());
    }
    String host = mail.host();
    if (host != null) {
      channels.put(Way.MAIL, mail.channel(host));
    }
    URI url = sms.url();
    if (url != null) {
      String secret = sms.secret();
      if (secret == null || secret.isBlank()) {
        throw new IllegalStateException("yiwang.sms.url needs yiwang.sms.secret to sign with.");
      }
      channels.put(Way.SMS, new WebhookChannel(url, secret, time));
    }
    return new Channels(channels);
  }
}
