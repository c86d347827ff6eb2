package org.yiwang.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways of signing that are accepted here. There is no other: a token that names {@code none}, a
 * shared secret or anything else is refused before its signature is looked at.
 */
final class Algorithms {
  private static final SignatureAlgorithm ES256 = new Es256();
  private static final SignatureAlgorithm SM2 = new Sm2();
  private static final Map<String, SignatureAlgorithm> ALL =
      List.of(ES256, SM2).stream()
          .collect(Collectors.toUnmodifiableMap(SignatureAlgorithm::name, Function.identity()));

  private Algorithms() {}

  static Optional<SignatureAlgorithm> find(@Nullable Object name) {
    return name instanceof String word ? Optional.ofNullable(ALL.get(word)) : Optional.empty();
  }

  static SignatureAlgorithm of(CredentialType.Signature signature) {
    return switch (signature) {
      case ES256 -> ES256;
      case SM2 -> SM2;
    };
  }

  /** The algorithm that a key belongs to: its {@code alg}, or what its curve implies. */
  static Optional<SignatureAlgorithm> ofKey(Map<String, Object> key) {
    if (key.get("alg") != null) {
      return find(key.get("alg"));
    }
    return switch (String.valueOf(key.get("crv"))) {
      case "P-256" -> find(Es256.NAME);
      case Sm2.CURVE -> find(Sm2.NAME);
      default -> Optional.empty();
    };
  }
}
