package org.yiwang.credential;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Vault;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/**
 * The keys that sign credentials (签发密钥), one at a time for each algorithm. Made when first needed,
 * renewed each year; a former key signs nothing more but stays published for ever, so that what it
 * signed can still be checked. Private parts are sealed in the database and so are in its backup.
 */
@Component
class IssuerKeys {
  static final Duration RENEWED_AFTER = Duration.ofDays(365);
  private static final String CONTEXT = "credential.signing-key";

  private final KeyStore store;
  private final Vault vault;
  private final Journal journal;
  private final DistrictTime time;
  private final TransactionTemplate alone;
  private final LoadingCache<String, List<Key>> recent;

  /** A key and when it was made. */
  record Key(SigningKey key, Instant created) {}

  IssuerKeys(
      KeyStore store,
      Vault vault,
      Journal journal,
      DistrictTime time,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.vault = vault;
    this.journal = journal;
    this.time = time;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.recent =
        Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build(all -> load());
  }

  /** The key to sign with. */
  SigningKey current(CredentialType.Signature signature) {
    SignatureAlgorithm algorithm = Algorithms.of(signature);
    Instant oldest = time.realInstant().minus(RENEWED_AFTER);
    return newest(algorithm)
        .filter(key -> key.created().isAfter(oldest))
        .map(Key::key)
        .orElseGet(() -> renew(signature));
  }

  private Optional<Key> newest(SignatureAlgorithm algorithm) {
    return keys().stream().filter(k -> k.key().algorithm() == algorithm).findFirst();
  }

  /** Makes a new key, which signs from now on; the former ones stay published. */
  synchronized SigningKey renew(CredentialType.Signature signature) {
    Map<String, Object> jwk = Algorithms.of(signature).makeKey();
    SigningKey made = SigningKey.of(jwk);
    byte[] sealed = vault.seal(Letters.json(jwk), CONTEXT);
    var row = new KeyStore.Row(made.id(), made.algorithm().name(), sealed, time.realInstant());
    NewEntry entry =
        new NewEntry(
            Actor.SYSTEM,
            "credential.key-made",
            "credential:keys",
            Map.of("key", made.id(), "algorithm", made.algorithm().name()));
    alone.executeWithoutResult(
        state -> {
          store.insert(row);
          journal.append(entry);
        });
    recent.invalidateAll();
    return made;
  }

  /** All keys that ever signed, the newest first, as the key set shows them. */
  List<Map<String, Object>> published() {
    return keys().stream().map(key -> key.key().published()).toList();
  }

  /** All keys, once more from the database: another instance may have made one just now. */
  List<Map<String, Object>> publishedNow() {
    recent.invalidateAll();
    return published();
  }

  private List<Key> keys() {
    return recent.get("all");
  }

  private List<Key> load() {
    return store.listNewestFirst().stream()
        .map(
            row ->
                new Key(
                    SigningKey.of(
                        Letters.map(
                            vault
                                .open(row.jwk(), CONTEXT)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                    row.created()))
        .toList();
  }
}
