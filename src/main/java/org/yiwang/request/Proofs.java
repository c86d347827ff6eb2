package org.yiwang.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Vault;

/**
 * Codes that only this district can make (查询码、凭证): made from the case's number with the district's
 * key, so that nothing has to be kept for each request.
 */
@Component
class Proofs {
  /** Without signs that look alike. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int RECEIPT_LENGTH = 8;

  private final Vault vault;

  Proofs(Vault vault) {
    this.vault = vault;
  }

  /** The receipt code of a case: 40 bits, read aloud as two groups of four. */
  String receipt(String number) {
    byte[] mac = vault.index(number, "request.receipt");
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < RECEIPT_LENGTH; i++) {
      if (i == RECEIPT_LENGTH / 2) {
        code.append('-');
      }
      code.append(SIGNS.charAt(mac[i] & 31));
    }
    return code.toString();
  }

  boolean isReceipt(String number, String typed) {
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return same(receipt(number).replace("-", ""), plain);
  }

  String sign(String words) {
    return HexFormat.of().formatHex(Arrays.copyOf(vault.index(words, "request.proof"), 16));
  }

  boolean isSigned(String words, String signature) {
    return same(sign(words), signature);
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
