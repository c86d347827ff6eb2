package org.yiwang.credential;

import java.util.List;
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
   */
  record TrustedIssuer(String url, Text name, List<String> types, Text agreed, boolean inside) {}
}
