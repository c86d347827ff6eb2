package org.yiwang.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;

/**
 * The keys that sign tokens (签名密钥): RSA, since every OpenID client must understand RS256. Made when
 * first needed, renewed every ninety days; a former key stays published a week longer, which is far
 * beyond the life of any token. Private parts are sealed in the database.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {
  static final Duration RENEWED_AFTER = Duration.ofDays(90);
  static final Duration STILL_PUBLISHED = Duration.ofDays(7);

  /** A new key signs only when other instances of the program have had time to see it. */
  static final Duration MADE_KNOWN = Duration.ofMinutes(2);

  private static final int BITS = 2048;
  private static final String CONTEXT = "identity.signing-key";

  private final KeyStore store;
  private final Vault vault;
  private final DistrictTime time;
  private final LoadingCache<String, List<Key>> recent;

  /** A key with its private part, and when it was made. */
  record Key(JWK jwk, Instant created) {}

  SigningKeys(KeyStore store, Vault vault, DistrictTime time) {
    this.store = store;
    this.vault = vault;
    this.time = time;
    this.recent =
        Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build(all -> load());
  }

  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) {
    return selector.select(new JWKSet(keys().stream().map(Key::jwk).toList()));
  }

  /** The key to sign with: the newest that is known everywhere. */
  JWK signing() {
    List<Key> newestFirst = keys();
    Instant known = time.realInstant().minus(MADE_KNOWN);
    return newestFirst.stream()
        .filter(key -> !key.created().isAfter(known))
        .findFirst()
        .orElse(newestFirst.getLast())
        .jwk();
  }

  private List<Key> keys() {
    return recent.get("all");
  }

  private List<Key> load() {
    Instant now = time.realInstant();
    List<KeyStore.Row> rows = store.listNewestFirst();
    if (rows.isEmpty() || rows.getFirst().created().plus(RENEWED_AFTER).isBefore(now)) {
      JWK made = make();
      byte[] sealed = vault.seal(made.toJSONString(), CONTEXT);
      store.insert(new KeyStore.Row(made.getKeyID(), sealed, now));
      store.removeOlder(now.minus(RENEWED_AFTER).minus(STILL_PUBLISHED));
      rows = store.listNewestFirst();
    }
    return rows.stream().map(this::opened).toList();
  }

  private Key opened(KeyStore.Row row) {
    try {
      return new Key(JWK.parse(vault.open(row.jwk(), CONTEXT)), row.created());
    } catch (ParseException e) {
      throw new VaultException("The signing key %s cannot be read. 签名密钥读不出。".formatted(row.id()));
    }
  }

  private static JWK make() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("RSA is part of every Java", e);
    }
  }
}
