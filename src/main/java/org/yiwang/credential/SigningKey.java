package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key that signs (签名密钥).
 *
 * @param id its {@code kid}: the thumbprint of its public part (RFC 7638), or empty for a holder's
 * @param publicKey what may be shown
 */
record SigningKey(
    String id,
    SignatureAlgorithm algorithm,
    Map<String, Object> publicKey,
    SignatureAlgorithm.Signer signer) {

  /** Reads a private JSON Web Key. */
  static SigningKey of(Map<String, Object> jwk) {
    SignatureAlgorithm algorithm =
        Algorithms.ofKey(jwk).orElseThrow(() -> new UnreadableException("a key of no known kind"));
    Map<String, Object> open = new LinkedHashMap<>();
    for (String name : new String[] {"kty", "crv", "x", "y"}) {
      open.put(name, jwk.get(name));
    }
    return new SigningKey(thumbprint(open), algorithm, Map.copyOf(open), algorithm.signer(jwk));
  }

  static SigningKey make(SignatureAlgorithm algorithm) {
    return of(algorithm.makeKey());
  }

  /** As key sets publish it. */
  Map<String, Object> published() {
    Map<String, Object> shown = new LinkedHashMap<>(publicKey);
    shown.put("kid", id);
    shown.put("use", "sig");
    shown.put("alg", algorithm.name());
    return shown;
  }

  /** The names in the order of the alphabet, as RFC 7638 asks. */
  private static String thumbprint(Map<String, Object> key) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String name : new String[] {"crv", "kty", "x", "y"}) {
      ordered.put(name, key.get(name));
    }
    return Letters.hash(Letters.json(ordered));
  }
}
