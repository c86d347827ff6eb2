package org.yiwang.credential;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential as it travels (RFC 9901 section 4): the issuer's signed text, what is disclosed, and
 * the holder's signature over both where there is one.
 */
record SdJwt(String issuerJwt, List<Disclosure> disclosures, @Nullable String keyBinding) {
  /** More than any credential needs; beyond it somebody wants to make us work. */
  static final int MOST_CHARACTERS = 64 * 1024;

  private static final int MOST_DISCLOSURES = 256;

  static SdJwt parse(String token) {
    String[] parts = token.split("~", -1);
    if (parts.length < 2 || parts.length - 2 > MOST_DISCLOSURES) {
      throw new UnreadableException("not a credential");
    }
    List<Disclosure> disclosures = new ArrayList<>();
    for (int i = 1; i < parts.length - 1; i++) {
      disclosures.add(Disclosure.parse(parts[i]));
    }
    String last = parts[parts.length - 1];
    return new SdJwt(parts[0], disclosures, last.isEmpty() ? null : last);
  }

  /** With only some of the disclosures, and without the holder's signature. */
  SdJwt showing(List<Disclosure> some) {
    return new SdJwt(issuerJwt, some, null);
  }

  SdJwt boundBy(String signature) {
    return new SdJwt(issuerJwt, disclosures, signature);
  }

  /** Everything up to the holder's signature, which signs the hash of it. */
  String unbound() {
    StringBuilder letters = new StringBuilder(issuerJwt).append('~');
    disclosures.forEach(disclosure -> letters.append(disclosure.encoded()).append('~'));
    return letters.toString();
  }

  String compact() {
    return keyBinding == null ? unbound() : unbound() + keyBinding;
  }
}
