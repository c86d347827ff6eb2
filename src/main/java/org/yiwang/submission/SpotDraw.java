package org.yiwang.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.yiwang.journal.Journal.Sealed;

/**
 * Draws which promises are looked at on site (随机抽查), so that nobody chooses and anybody can do it
 * again: SHA-256 over the 32 bytes of a checkpoint's root and then the 36 small letters of the
 * promise's id; the first four bytes, as a number from 0, are below the declared share of 2^32 or
 * they are not. The id is random and fixed when the promise is signed; the checkpoint is made
 * later, of everything that happened in the district until then.
 */
final class SpotDraw {
  private static final double ALL = 0x1p32;
  private static final double PERCENT = 100;

  private SpotDraw() {}

  static boolean drawn(Sealed sealed, UUID promise, int percent) {
    return number(sealed, promise) < ALL * percent / PERCENT;
  }

  /** From 0 to 2^32 - 1. */
  static long number(Sealed sealed, UUID promise) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(HexFormat.of().parseHex(sealed.root()));
      hash.update(promise.toString().getBytes(StandardCharsets.US_ASCII));
      return Integer.toUnsignedLong(ByteBuffer.wrap(hash.digest()).getInt());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
