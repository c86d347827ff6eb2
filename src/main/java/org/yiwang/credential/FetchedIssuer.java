package org.yiwang.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an issuer elsewhere has published, fetched from its own address (SD-JWT VC section 5, {@code
 * /.well-known/jwt-vc-issuer}). Keys are kept for ten minutes, lists for one.
 */
final class FetchedIssuer implements KnownIssuer.Published {
  private static final Duration KEYS_KEPT = Duration.ofMinutes(10);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

  private final String url;
  private final Fetch fetch;
  private final KeptAnswers<List<Map<String, Object>>> keys;
  private final KeptAnswers<String> lists;
  private final Cache<String, Boolean> tried;

  FetchedIssuer(String url, boolean inside) {
    this(url, new Fetch(inside), Ticker.systemTicker());
  }

  FetchedIssuer(String url, Fetch fetch, Ticker ticker) {
    this.url = url;
    this.fetch = fetch;
    this.keys = new KeptAnswers<>(KEYS_KEPT, ticker);
    this.lists = new KeptAnswers<>(StatusLists.KEPT, ticker);
    this.tried = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(BETWEEN_TRIES).build();
  }

  /** A key that is not known may be new; but nobody makes us ask more than twice a minute. */
  @Override
  public Optional<Map<String, Object>> findKey(String id) {
    Optional<Map<String, Object>> known = OwnIssuer.find(keys(), id);
    if (known.isPresent() || tried.asMap().putIfAbsent("keys", true) != null) {
      return known;
    }
    return OwnIssuer.find(keys.renew(url, all -> load()), id);
  }

  @Override
  public List<Map<String, Object>> keys() {
    return keys.get(url, all -> load());
  }

  private List<Map<String, Object>> load() {
    tried.put("keys", true);
    Map<String, Object> metadata = json(url + "/.well-known/jwt-vc-issuer");
    if (!url.equals(metadata.get("issuer"))) {
      throw new UnavailableException("another issuer's keys");
    }
    Object set = metadata.get("jwks");
    if (set == null && metadata.get("jwks_uri") instanceof String elsewhere) {
      if (!OwnAddress.origin(elsewhere).equals(OwnAddress.origin(url))) {
        throw new UnavailableException("keys at another address");
      }
      set = json(elsewhere);
    }
    return read(set);
  }

  /** The public keys of a key set. */
  static List<Map<String, Object>> read(@org.jspecify.annotations.Nullable Object set) {
    if (!(set instanceof Map<?, ?> map) || !(map.get("keys") instanceof List<?> list)) {
      throw new UnavailableException("no keys");
    }
    List<Map<String, Object>> keys = new ArrayList<>();
    for (Object key : list) {
      if (key instanceof Map<?, ?> one) {
        Map<String, Object> named = new java.util.LinkedHashMap<>();
        one.forEach((name, value) -> named.put(String.valueOf(name), value));
        keys.add(named);
      }
    }
    return keys;
  }

  private Map<String, Object> json(String address) {
    try {
      return Letters.map(fetch.get(address).getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableException e) {
      throw new UnavailableException("not JSON");
    }
  }

  @Override
  public String statusList(String uri) {
    return lists.get(uri, fetch::get);
  }
}
