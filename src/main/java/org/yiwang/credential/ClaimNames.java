package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Names in a credential's signed text that are not its own claims. */
final class ClaimNames {
  static final String NUMBER = "credential_number";
  static final String UNIT = "issuing_unit";
  static final String NAME = "credential_name";

  /** The envelope: RFC 7519, SD-JWT VC, and what every credential of ours says of itself. */
  private static final Set<String> ENVELOPE =
      Set.of(
          "iss",
          "sub",
          "iat",
          "nbf",
          "exp",
          "cnf",
          "vct",
          "status",
          "jti",
          "vct#integrity",
          "_sd",
          "_sd_alg",
          NUMBER,
          UNIT,
          NAME);

  private ClaimNames() {}

  /** What a credential says, as words; a foreign one may say lists and more. */
  static Map<String, String> own(Map<String, Object> unfolded) {
    Map<String, String> claims = new LinkedHashMap<>();
    unfolded.forEach(
        (name, value) -> {
          if (!ENVELOPE.contains(name)) {
            claims.put(name, value instanceof String word ? word : Letters.json(value));
          }
        });
    return claims;
  }
}
