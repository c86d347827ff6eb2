package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signed JSON text in its compact spelling (RFC 7515): header, payload, signature.
 *
 * @param signed the characters that are signed
 */
record Jws(
    String compact,
    Map<String, Object> header,
    Map<String, Object> payload,
    byte[] signed,
    byte[] signature) {
  /** The year 5138; beyond it a number is no time. */
  private static final double LATEST = 1e11;

  /** Signs a payload; the header names type, algorithm and key. */
  static String sign(SigningKey key, String type, Map<String, Object> payload, boolean named) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", key.algorithm().name());
    header.put("typ", type);
    if (named) {
      header.put("kid", key.id());
    }
    return sign(key, header, payload);
  }

  /** Signs a payload; the header holds the public key, for keys that are published nowhere. */
  static String signShowingKey(SigningKey key, String type, Map<String, Object> payload) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", key.algorithm().name());
    header.put("typ", type);
    header.put("jwk", key.publicKey());
    return sign(key, header, payload);
  }

  private static String sign(
      SigningKey key, Map<String, Object> header, Map<String, Object> payload) {
    String signed =
        Letters.encode(Letters.json(header)) + "." + Letters.encode(Letters.json(payload));
    byte[] signature = key.signer().sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Letters.encode(signature);
  }

  /**
   * Reads without believing anything yet.
   *
   * @throws UnreadableException if it is not three parts of base64url with JSON inside
   */
  static Jws parse(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      throw new UnreadableException("not three parts");
    }
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    return new Jws(
        compact,
        Letters.map(Letters.decode(parts[0])),
        Letters.map(Letters.decode(parts[1])),
        signed,
        Letters.decode(parts[2]));
  }

  /** Whether this key made it, by the algorithm that belongs to the key. */
  boolean isSignedBy(Map<String, Object> key) {
    Optional<SignatureAlgorithm> algorithm = Algorithms.ofKey(key);
    return algorithm.isPresent()
        && algorithm.get().name().equals(header.get("alg"))
        && !header.containsKey("crit")
        && algorithm.get().verifies(key, signed, signature);
  }

  @Nullable String word(String name) {
    return payload.get(name) instanceof String word ? word : null;
  }

  /** Seconds since 1970, as RFC 7519 writes times; null where absent. */
  @Nullable Long seconds(String name) {
    return payload.get(name) instanceof Number number && Math.abs(number.doubleValue()) < LATEST
        ? Long.valueOf(number.longValue())
        : null;
  }
}
