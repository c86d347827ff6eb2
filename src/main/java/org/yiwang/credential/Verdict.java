package org.yiwang.credential;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * The result of checking a token (查验结果).
 *
 * @param shown what it says; null unless its issuer is certain
 */
record Verdict(Finding finding, @Nullable Shown shown) {
  static Verdict of(Finding finding) {
    return new Verdict(finding, null);
  }

  /** What an authentic credential says. */
  record Shown(
      String issuer,
      Text issuerName,
      String type,
      Text typeName,
      @Nullable String number,
      @Nullable Text unit,
      @Nullable Instant issued,
      @Nullable Instant expires,
      Map<String, String> claims,
      @Nullable Binding binding) {

    Shown withoutClaims() {
      return new Shown(
          issuer, issuerName, type, typeName, null, unit, issued, expires, Map.of(), binding);
    }
  }

  /**
   * To whom the holder has given it.
   *
   * @param nonce names this one presentation
   */
  record Binding(
      String recipient, @Nullable String purpose, String nonce, @Nullable Instant expires) {}
}
