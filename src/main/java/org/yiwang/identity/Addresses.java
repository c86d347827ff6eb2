package org.yiwang.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Network addresses of callers, as servers may count them. */
final class Addresses {
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private Addresses() {}

  /**
   * The address; of IPv6 the first 64 bits, since one household has all the rest to choose from.
   */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(withoutZone(address)).getAddress();
      if (bytes.length != IPV6_BYTES) {
        return address;
      }
      for (int i = NETWORK_BYTES; i < IPV6_BYTES; i++) {
        bytes[i] = 0;
      }
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (IllegalArgumentException | UnknownHostException e) {
      return address;
    }
  }

  static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(withoutZone(address)).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
