package org.yiwang.credential;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The public address of this district (签发地址), by which credentials name their issuer: the setting
 * {@code yiwang.address}, or this machine while nobody has set it.
 */
@Component
class OwnAddress {
  private final Environment environment;

  OwnAddress(Environment environment) {
    this.environment = environment;
  }

  /** Scheme, host and port, without a slash at the end. */
  String now() {
    String given = environment.getProperty("yiwang.address", "");
    if (!given.isBlank()) {
      return given.strip().replaceFirst("/+$", "");
    }
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return "http://localhost:" + port;
  }

  /** Scheme, host and port of an address; empty if it has none. */
  static String origin(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getScheme() == null || uri.getRawAuthority() == null
          ? ""
          : uri.getScheme() + "://" + uri.getRawAuthority();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
