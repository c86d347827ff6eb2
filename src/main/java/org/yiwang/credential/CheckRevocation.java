package org.yiwang.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Whether an issuer has taken a credential back, by its signed list (Token Status List). */
final class CheckRevocation {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
  private static final int MOST_KEPT = 64 << 20;

  /**
   * Lists that were read before, by their every letter and the key they were signed with: the same
   * letters and key always say the same. Whether a list counts now is asked each time.
   */
  private static final Cache<Signed, Read> READ =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT)
          .weigher((Signed signed, Read read) -> signed.jwt().length() + read.says().bytes().length)
          .build();

  private CheckRevocation() {}

  /** A list as it came, and the key it says it was signed with. */
  private record Signed(String jwt, Map<String, Object> key) {}

  /** A list whose signature is right. */
  private record Read(Jws list, StatusList says) {}

  /** {@code GENUINE}, {@code REVOKED}, or {@code NOT_CHECKED} where no list can be believed. */
  static Finding of(KnownIssuer issuer, String uri, long index, Instant now) {
    if (!OwnAddress.origin(uri).equals(OwnAddress.origin(issuer.url()))) {
      return Finding.NOT_CHECKED;
    }
    try {
      Read read = read(issuer.published().statusList(uri), issuer);
      return counts(read.list(), uri, now) ? finding(read.says(), index) : Finding.NOT_CHECKED;
    } catch (UnavailableException | UnreadableException e) {
      return Finding.NOT_CHECKED;
    }
  }

  private static Read read(String jwt, KnownIssuer issuer) {
    String head = jwt.substring(0, Math.max(0, jwt.indexOf('.')));
    if (!(Letters.map(Letters.decode(head)).get("kid") instanceof String id)) {
      throw new UnreadableException("no key is named");
    }
    Map<String, Object> key =
        issuer.published().findKey(id).orElseThrow(() -> new UnreadableException("no such key"));
    return READ.get(new Signed(jwt, key), CheckRevocation::checked);
  }

  private static Read checked(Signed signed) {
    Jws list = Jws.parse(signed.jwt());
    if (!list.isSignedBy(signed.key())
        || !(list.payload().get("status_list") instanceof Map<?, ?> claim)) {
      throw new UnreadableException("not a list signed by its issuer");
    }
    return new Read(list, StatusList.parse(claim));
  }

  private static boolean counts(Jws list, String uri, Instant now) {
    Long expires = list.seconds("exp");
    Long made = list.seconds("iat");
    return StatusList.TYPE.equals(list.header().get("typ"))
        && uri.equals(list.word("sub"))
        && made != null
        && !Instant.ofEpochSecond(made).isAfter(now.plus(CLOCKS_DIFFER))
        && (expires == null || Instant.ofEpochSecond(expires).isAfter(now));
  }

  private static Finding finding(StatusList list, long index) {
    int value = list.at(index);
    if (value < 0) {
      return Finding.NOT_CHECKED;
    }
    return value == 0 ? Finding.GENUINE : Finding.REVOKED;
  }
}
