package org.yiwang.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.yiwang.page.PlainWords;

/** What a report says, in short: one idempotency key stands for one report only. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(NewRequest request) {
    String said =
        request.category()
            + '\n'
            + PlainWords.lines(request.text())
            + '\n'
            + request.place()
            + '\n'
            + request.contact()
            + '\n'
            + request.photos();
    return HexFormat.of().formatHex(Arrays.copyOf(sha256(said), 16));
  }

  static byte[] sha256(String words) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every Java", impossible);
    }
  }
}
