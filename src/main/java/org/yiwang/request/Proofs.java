package org.yiwang.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes that only this district can make (查询码、凭证): made from the case's number with a secret key
 * that every instance reads from the database, so that nothing has to be kept for each request.
 */
@Component
class Proofs {
  /** Without signs that look or sound alike. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int RECEIPT_LENGTH = 8;

  private final byte[] secret;

  Proofs(JdbcClient sql) {
    byte[] made = new byte[32];
    new SecureRandom().nextBytes(made);
    sql.sql("insert into request_secret (id, secret) values (1, ?) on conflict do nothing")
        .param(made)
        .update();
    secret = sql.sql("select secret from request_secret").query(byte[].class).single();
  }

  /** The receipt code of a case: 40 bits, read aloud as two groups of four. */
  String receipt(String number) {
    byte[] mac = mac("receipt:" + number);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < RECEIPT_LENGTH; i++) {
      code.append(SIGNS.charAt(mac[i] & 31));
      if (i == 3) {
        code.append('-');
      }
    }
    return code.toString();
  }

  boolean isReceipt(String number, String typed) {
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return same(receipt(number).replace("-", ""), plain);
  }

  String sign(String words) {
    return HexFormat.of().formatHex(Arrays.copyOf(mac("sign:" + words), 16));
  }

  boolean isSigned(String words, String signature) {
    return same(sign(words), signature);
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java", impossible);
    }
  }
}
