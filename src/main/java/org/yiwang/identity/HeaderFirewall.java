package org.yiwang.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What may stand in the headers of a request (请求头防火墙): Spring Security's own rules, no character
 * that controls or means nothing. Almost every header is plain ASCII and is passed at a glance; the
 * regular expression that otherwise reads each of them took a thirtieth of a request.
 */
@Configuration(proxyBeanMethods = false)
class HeaderFirewall {

  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(HeaderFirewall::fitName);
    firewall.setAllowedHeaderValues(HeaderFirewall::fitValue);
    return firewall;
  }

  static boolean fitName(String name) {
    return plain(name) || name.codePoints().allMatch(HeaderFirewall::readable);
  }

  static boolean fitValue(String value) {
    return plain(value) || value.codePoints().allMatch(c -> c == '\t' || readable(c));
  }

  private static boolean readable(int c) {
    return Character.isDefined(c) && !Character.isISOControl(c);
  }

  private static boolean plain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }
}
