package org.yiwang.credential;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;

/**
 * The district's status lists (状态列表): gives each credential its place, and publishes who was taken
 * back. Places are drawn in an order that outsiders cannot guess, so that a place does not tell
 * when a credential was issued.
 */
@Component
class StatusLists {
  /** How long others may keep a list before they ask again. */
  static final Duration KEPT = Duration.ofMinutes(1);

  /** More places than are drawn while one credential is being issued. */
  private static final int SOON = 1000;

  private static final Duration SIGNED_FOR = Duration.ofHours(12);
  private static final Duration SIGNED_AGAIN = Duration.ofHours(1);

  private final ListStore store;
  private final IssuerKeys keys;
  private final OwnAddress address;
  private final Vault vault;
  private final DistrictTime time;
  private final TransactionTemplate alone;
  private final Map<Integer, String> issuers = new ConcurrentHashMap<>();
  private final Map<Integer, Signed> signed = new ConcurrentHashMap<>();

  StatusLists(
      ListStore store,
      IssuerKeys keys,
      OwnAddress address,
      Vault vault,
      DistrictTime time,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.keys = keys;
    this.address = address;
    this.vault = vault;
    this.time = time;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Where a credential's bit stands.
   *
   * @param drawn how many were given out before; part of the credential's number
   */
  record Place(String issuer, int list, int index, long drawn, @Nullable String holderKey) {
    String uri() {
      return StatusLists.uri(issuer, list);
    }

    Map<String, Object> asClaim() {
      return Map.of("status_list", Map.of("idx", index, "uri", uri()));
    }
  }

  private record Signed(String jwt, int revoked, Instant at) {}

  static String uri(String issuer, int list) {
    return issuer + "/credential/status/" + list;
  }

  /** A free place; a list whose address is no longer ours is left behind. */
  Place next(UUID holder) {
    String own = address.now();
    while (true) {
      ListStore.Next next = store.next(holder);
      int list = list(next.index());
      if (isOpen(list, own)) {
        int index = scattered(list, (int) (next.index() % StatusList.SIZE));
        return new Place(own, list, index, next.index(), next.holderKey());
      }
      alone.executeWithoutResult(state -> store.skip(list));
    }
  }

  /** Opens the list of the next place, and of the places soon after, without drawing one. */
  void makeReady() {
    String own = address.now();
    int list = list(store.peek());
    while (!isOpen(list, own)) {
      int left = list;
      alone.executeWithoutResult(state -> store.skip(left));
      list = list(store.peek());
    }
    isOpen(list(store.peek() + SOON), own);
  }

  private static int list(long index) {
    return (int) (index / StatusList.SIZE);
  }

  private boolean isOpen(int list, String own) {
    return issuers.computeIfAbsent(list, number -> claim(number, own)).equals(own);
  }

  private String claim(int list, String own) {
    String issuer = alone.execute(state -> store.claim(list, own, time.realInstant()));
    return java.util.Objects.requireNonNull(issuer);
  }

  /** One place of the list for each place in the order of issue: an odd factor has an inverse. */
  private int scattered(int list, int drawn) {
    ByteBuffer secret = ByteBuffer.wrap(vault.index("list " + list, "credential.list"));
    int factor = secret.getInt() | 1;
    int start = secret.getInt();
    return (factor * drawn + start) & (StatusList.SIZE - 1);
  }

  /** The addresses of all lists. */
  List<String> listUris() {
    return store.listNumbers().stream()
        .map(list -> uri(store.findIssuer(list).orElseThrow(), list))
        .toList();
  }

  /** The signed list, made anew as soon as somebody was taken back. */
  Optional<String> find(int list) {
    return store.findIssuer(list).map(issuer -> current(list, issuer));
  }

  private String current(int list, String issuer) {
    int revoked = store.countRevoked(list);
    Instant now = time.instant();
    Signed known = signed.get(list);
    if (known == null
        || known.revoked() != revoked
        || known.at().isAfter(now)
        || known.at().plus(SIGNED_AGAIN).isBefore(now)) {
      known = new Signed(sign(list, issuer, now), revoked, now);
      signed.put(list, known);
    }
    return known.jwt();
  }

  private String sign(int list, String issuer, Instant now) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iss", issuer);
    payload.put("sub", uri(issuer, list));
    payload.put("iat", now.getEpochSecond());
    payload.put("exp", now.plus(SIGNED_FOR).getEpochSecond());
    payload.put("ttl", KEPT.toSeconds());
    payload.put("status_list", StatusList.of(store.listRevoked(list)).asClaim());
    SigningKey key = keys.current(CredentialType.Signature.ES256);
    return Jws.sign(key, StatusList.TYPE, payload, true);
  }
}
