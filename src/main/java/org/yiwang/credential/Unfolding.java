package org.yiwang.credential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was disclosed back where the issuer hid it (RFC 9901 section 7.1, step 3): every digest
 * at most once, every disclosure used, no claim overwritten.
 */
final class Unfolding {
  private static final String HIDDEN = "_sd";
  private static final String ALGORITHM = "_sd_alg";
  private static final String ELEMENT = "...";
  private static final int DEEPEST = 32;

  private final Map<String, Disclosure> byDigest = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  private Unfolding() {}

  /**
   * What the issuer said, as far as it was disclosed.
   *
   * @throws NotMatchingException if a disclosure does not belong to it, or a digest stands twice
   */
  static Map<String, Object> of(Map<String, Object> payload, List<Disclosure> disclosures) {
    if (!"sha-256".equals(payload.getOrDefault(ALGORITHM, "sha-256"))) {
      throw new NotMatchingException("digests of an unknown kind");
    }
    Unfolding work = new Unfolding();
    for (Disclosure disclosure : disclosures) {
      if (work.byDigest.put(disclosure.digest(), disclosure) != null) {
        throw new NotMatchingException("the same disclosure twice");
      }
    }
    Map<String, Object> unfolded = work.map(payload, 0);
    unfolded.remove(ALGORITHM);
    if (work.used.size() != disclosures.size()) {
      throw new NotMatchingException("a disclosure that the issuer did not sign");
    }
    return unfolded;
  }

  private Map<String, Object> map(Map<?, ?> folded, int depth) {
    Map<String, Object> open = new LinkedHashMap<>();
    folded.forEach(
        (name, value) -> {
          if (!HIDDEN.equals(name)) {
            open.put(String.valueOf(name), value(value, depth));
          }
        });
    if (folded.get(HIDDEN) instanceof List<?> digests) {
      digests.forEach(digest -> put(open, digest, depth));
    } else if (folded.containsKey(HIDDEN)) {
      throw new NotMatchingException("digests that are not a list");
    }
    return open;
  }

  private void put(Map<String, Object> open, Object digest, int depth) {
    Disclosure disclosure = take(digest);
    if (disclosure == null) {
      return;
    }
    String name = disclosure.name();
    if (name == null || name.equals(HIDDEN) || name.equals(ELEMENT) || open.containsKey(name)) {
      throw new NotMatchingException("a disclosure in a place it cannot have");
    }
    open.put(name, value(disclosure.value(), depth));
  }

  private @Nullable Object value(@Nullable Object folded, int depth) {
    if (depth > DEEPEST) {
      throw new NotMatchingException("too deep");
    }
    if (folded instanceof Map<?, ?> map) {
      return map(map, depth + 1);
    }
    return folded instanceof List<?> list ? list(list, depth + 1) : folded;
  }

  private List<Object> list(List<?> folded, int depth) {
    List<Object> open = new ArrayList<>();
    for (Object element : folded) {
      if (element instanceof Map<?, ?> map && map.size() == 1 && map.containsKey(ELEMENT)) {
        Disclosure disclosure = take(map.get(ELEMENT));
        if (disclosure != null) {
          if (disclosure.name() != null) {
            throw new NotMatchingException("a claim where an element should be");
          }
          open.add(value(disclosure.value(), depth));
        }
      } else {
        open.add(value(element, depth));
      }
    }
    return open;
  }

  private @Nullable Disclosure take(@Nullable Object digest) {
    if (!(digest instanceof String letters)) {
      throw new NotMatchingException("a digest that is not words");
    }
    if (!seen.add(letters)) {
      throw new NotMatchingException("a digest that stands twice");
    }
    Disclosure disclosure = byDigest.get(letters);
    if (disclosure != null) {
      used.add(letters);
    }
    return disclosure;
  }
}
