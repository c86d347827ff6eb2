package org.yiwang.credential;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One thing that a holder may show or keep back (披露项, RFC 9901 section 4.2).
 *
 * @param encoded as it stands in the token; its digest is taken over these very characters
 * @param name the claim's name; null for an element of a list
 * @param value any JSON value
 */
record Disclosure(String encoded, @Nullable String name, @Nullable Object value) {
  private static final int SALT_BYTES = 16;

  /** Hides a claim behind 128 random bits. */
  static Disclosure of(String name, @Nullable Object value) {
    String salt = Letters.encode(Letters.random(SALT_BYTES));
    return new Disclosure(
        Letters.encode(Letters.json(Arrays.asList(salt, name, value))), name, value);
  }

  static Disclosure parse(String encoded) {
    try {
      List<?> parts = Letters.there(Letters.JSON.readValue(Letters.decode(encoded), List.class));
      if (parts.size() == 2 && parts.get(0) instanceof String) {
        return new Disclosure(encoded, null, parts.get(1));
      }
      if (parts.size() == 3
          && parts.get(0) instanceof String
          && parts.get(1) instanceof String name) {
        return new Disclosure(encoded, name, parts.get(2));
      }
    } catch (JacksonException e) {
      // falls through: said below
    }
    throw new UnreadableException("not a disclosure");
  }

  String digest() {
    return Letters.hash(encoded);
  }
}
