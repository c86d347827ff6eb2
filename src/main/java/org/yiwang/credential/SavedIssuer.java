package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.pack.Text;

/**
 * What an issuer published, out of files that were fetched before (离线公钥与名单): nothing is asked of
 * anybody.
 *
 * @param url as its credentials name it
 * @param keys its public keys
 * @param lists signed status lists by their address
 */
record SavedIssuer(String url, List<Map<String, Object>> keys, Map<String, String> lists)
    implements KnownIssuer.Published {

  /**
   * Reads what {@code /.well-known/jwt-vc-issuer} answered.
   *
   * @throws UnavailableException if it is something else
   */
  static SavedIssuer of(String metadata, Map<String, String> lists) {
    Map<String, Object> read = json(metadata);
    if (!(read.get("issuer") instanceof String url)) {
      throw new UnavailableException("it names no issuer");
    }
    return new SavedIssuer(url, FetchedIssuer.read(read.get("jwks")), lists);
  }

  /** Reads status lists by their address; a single one may stand alone, as it was published. */
  static Map<String, String> lists(String file) {
    String bare = file.strip();
    if (bare.startsWith("{")) {
      return json(bare).entrySet().stream()
          .collect(
              java.util.stream.Collectors.toMap(
                  Map.Entry::getKey, e -> String.valueOf(e.getValue())));
    }
    try {
      String uri = Jws.parse(bare).word("sub");
      return uri == null ? Map.of() : Map.of(uri, bare);
    } catch (UnreadableException e) {
      throw new UnavailableException("it holds no status list");
    }
  }

  private static Map<String, Object> json(String words) {
    try {
      return Letters.map(words.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableException e) {
      throw new UnavailableException("it is not JSON");
    }
  }

  @Override
  public Optional<Map<String, Object>> findKey(String id) {
    return OwnIssuer.find(keys, id);
  }

  @Override
  public String statusList(String uri) {
    String list = lists.get(uri);
    if (list == null) {
      throw new UnavailableException("no such list was saved");
    }
    return list;
  }

  KnownIssuer known() {
    return new KnownIssuer(url, Text.same(url), false, Set.of(), this);
  }
}
