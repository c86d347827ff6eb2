package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What this district has published itself, without going through the network. */
@Component
class OwnIssuer implements KnownIssuer.Published {
  private final IssuerKeys keys;
  private final StatusLists lists;

  OwnIssuer(IssuerKeys keys, StatusLists lists) {
    this.keys = keys;
    this.lists = lists;
  }

  @Override
  public Optional<Map<String, Object>> findKey(String id) {
    return find(keys.published(), id).or(() -> find(keys.publishedNow(), id));
  }

  static Optional<Map<String, Object>> find(List<Map<String, Object>> keys, String id) {
    return keys.stream().filter(key -> id.equals(key.get("kid"))).findFirst();
  }

  @Override
  public List<Map<String, Object>> keys() {
    return keys.published();
  }

  @Override
  public String statusList(String uri) {
    String number = uri.substring(uri.lastIndexOf('/') + 1);
    if (!number.matches("\\d{1,9}")) {
      throw new UnavailableException("no such list");
    }
    return lists
        .find(Integer.parseInt(number))
        .orElseThrow(() -> new UnavailableException("no such list"));
  }
}
