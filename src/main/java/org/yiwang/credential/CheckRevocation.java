package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Whether an issuer has taken a credential back, by its signed list (Token Status List). */
final class CheckRevocation {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  private CheckRevocation() {}

  /** {@code GENUINE}, {@code REVOKED}, or {@code NOT_CHECKED} where no list can be believed. */
  static Finding of(KnownIssuer issuer, String uri, long index, Instant now) {
    if (!OwnAddress.origin(uri).equals(OwnAddress.origin(issuer.url()))) {
      return Finding.NOT_CHECKED;
    }
    try {
      Jws list = Jws.parse(issuer.published().statusList(uri));
      return believed(list, issuer, uri, now) ? finding(list, index) : Finding.NOT_CHECKED;
    } catch (UnavailableException | UnreadableException e) {
      return Finding.NOT_CHECKED;
    }
  }

  private static boolean believed(Jws list, KnownIssuer issuer, String uri, Instant now) {
    Long expires = list.seconds("exp");
    Long made = list.seconds("iat");
    return StatusList.TYPE.equals(list.header().get("typ"))
        && uri.equals(list.word("sub"))
        && made != null
        && !Instant.ofEpochSecond(made).isAfter(now.plus(CLOCKS_DIFFER))
        && (expires == null || Instant.ofEpochSecond(expires).isAfter(now))
        && list.header().get("kid") instanceof String id
        && issuer.published().findKey(id).filter(list::isSignedBy).isPresent();
  }

  private static Finding finding(Jws list, long index) {
    if (!(list.payload().get("status_list") instanceof Map<?, ?> claim)) {
      return Finding.NOT_CHECKED;
    }
    int value = StatusList.parse(claim).at(index);
    if (value < 0) {
      return Finding.NOT_CHECKED;
    }
    return value == 0 ? Finding.GENUINE : Finding.REVOKED;
  }
}
