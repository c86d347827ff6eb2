package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.pack.Text;

/**
 * An issuer whose credentials count here (互认签发方), with its published keys.
 *
 * @param url as its credentials name it
 * @param types ids of the types agreed on; empty for all
 */
record KnownIssuer(String url, Text name, boolean own, Set<String> types, Published published) {

  /** What an issuer has published for anybody. */
  interface Published {
    /**
     * The key of that id.
     *
     * @throws UnavailableException if the issuer does not answer
     */
    Optional<Map<String, Object>> findKey(String id);

    /** All keys. */
    List<Map<String, Object>> keys();

    /**
     * The signed status list at an address of the issuer's own.
     *
     * @throws UnavailableException if the issuer does not answer
     */
    String statusList(String uri);
  }

  /** Who is known. */
  interface Directory {
    Optional<KnownIssuer> find(String url);
  }
}
