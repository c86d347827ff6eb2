package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import org.yiwang.pack.Text;

/**
 * Issuers elsewhere whose credentials count here (跨省互认), as {@code trust.yaml} lists them.
 *
 * @param issuers with whom something has been agreed
 */
record TrustFile(List<TrustedIssuer> issuers) {
  /**
   * One issuer elsewhere.
   *
   * @param url as its credentials name it: scheme, host and port, no slash at the end
   * @param name what it is called
   * @param types ids of the types that count here; empty for all
   * @param agreed what the agreement is, with its date
   * @param inside whether it stands in the government's own network, where addresses are private
   *     and need no TLS
   * @param countsAs types that are called otherwise there; a type that is not listed is ours of the
   *     same id
   * @param mayAsk what that region may ask holders here for by a request link (可调取的范围); nothing
   *     that is not listed
   */
  record TrustedIssuer(
      String url,
      Text name,
      List<String> types,
      Text agreed,
      boolean inside,
      List<CountsAs> countsAs,
      List<MayAsk> mayAsk) {

    /** Whether the agreement is about this type of theirs. */
    boolean covers(String theirs) {
      return types.isEmpty() || types.contains(theirs);
    }

    /** What a type of theirs is here, by the agreement. */
    List<CountsAs> meaning(String theirs) {
      List<CountsAs> listed = countsAs.stream().filter(one -> one.type().equals(theirs)).toList();
      return listed.isEmpty() ? List.of(new CountsAs(theirs, theirs, Map.of())) : listed;
    }
  }

  /**
   * What a region may ask holders here for (可调取的证照).
   *
   * @param type id of our type
   * @param claims ids of its claims; no others
   */
  record MayAsk(String type, List<String> claims) {}

  /**
   * A type of theirs that counts as one of ours (视同).
   *
   * @param type id of their type
   * @param as id of our type
   * @param claims ids of their claims, by the id of our claim; a claim that is not listed has the
   *     same id on both sides
   */
  record CountsAs(String type, String as, Map<String, String> claims) {
    String theirs(String claim) {
      return claims.getOrDefault(claim, claim);
    }
  }
}
