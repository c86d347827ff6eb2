package org.yiwang.page;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Addresses as a header carries them (网址): whatever else was typed into one is written in percent.
 */
final class Address {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNSAFE = "\"<>\\^`{|}";

  private Address() {}

  /**
   * The same address with nothing in it that a header drops or a template reads as a name; what is
   * in percent already stays.
   */
  static String sendable(String path) {
    StringBuilder sent = new StringBuilder();
    for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
      if (one > ' ' && one < 0x7f && UNSAFE.indexOf(one) < 0) {
        sent.append((char) one);
      } else {
        sent.append('%').append(HEX.toHexDigits(one));
      }
    }
    return sent.toString();
  }
}
