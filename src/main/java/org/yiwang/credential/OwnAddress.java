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
  private final ListStore lists;

  OwnAddress(Environment environment, ListStore lists) {
    this.environment = environment;
    this.lists = lists;
  }

  /**
   * Scheme, host and port, without a slash at the end. A command without pages issues under the
   * address of the program with pages.
   */
  String now() {
    String given = environment.getProperty("yiwang.address", "");
    if (!given.isBlank()) {
      return given.strip().replaceFirst("/+$", "");
    }
    String port = environment.getProperty("local.server.port");
    return port == null
        ? lists.findNewest().orElseGet(() -> local(environment.getProperty("server.port", "8080")))
        : local(port);
  }

  private static String local(String port) {
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
