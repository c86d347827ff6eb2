package org.yiwang.credential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiwang.credential.Linked.Carried;

/**
 * Makes what no asker should of a request link that is as it should be.
 *
 * @param whole that link
 */
record LinkForge(Linked regions, Carried whole) {
  Carried twice() {
    Map<String, Object> one = credential(regions.wallet().address(), "identity-card", "name");
    return signed("dcql_query", Map.of("credentials", List.of(one, one)));
  }

  Carried six() {
    List<Map<String, Object>> six = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Map<String, Object> one = credential(regions.wallet().address(), "identity-card", "name");
      one.put("id", AuthorizationRequest.queryId(i));
      six.add(one);
    }
    return signed("dcql_query", Map.of("credentials", six));
  }

  Carried second() {
    String wallet = regions.wallet().address();
    Map<String, Object> more = credential(wallet, "residence-permit", "name");
    more.put("id", AuthorizationRequest.queryId(1));
    Map<String, Object> first = credential(wallet, "identity-card", "name");
    return signed("dcql_query", Map.of("credentials", List.of(first, more)));
  }

  /** The same request with one member changed, signed by the asking region's own key. */
  Carried signed(String member, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(said());
    changed.put(member, value);
    return whole.with(Jws.sign(key(), AuthorizationRequest.TYPE, changed, true));
  }

  String otherPurpose() {
    Map<String, Object> changed = new LinkedHashMap<>(said());
    changed.put("purpose", "改过的用途");
    String[] parts = whole.request().split("\\.");
    return parts[0] + "." + Letters.encode(Letters.json(changed)) + "." + parts[2];
  }

  String none() {
    String header =
        Letters.encode("{\"alg\":\"none\",\"typ\":\"" + AuthorizationRequest.TYPE + "\"}");
    return header + "." + whole.request().split("\\.")[1] + ".";
  }

  Map<String, Object> said() {
    return Jws.parse(whole.request()).payload();
  }

  SigningKey key() {
    return regions.asker().bean(IssuerKeys.class).current(CredentialType.Signature.ES256);
  }

  static SigningKey own() {
    return SigningKey.make(Algorithms.of(CredentialType.Signature.ES256));
  }

  static Map<String, Object> query(String issuer, String type, String... claims) {
    return Map.of("credentials", List.of(credential(issuer, type, claims)));
  }

  static Map<String, Object> credential(String issuer, String type, String... claims) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", AuthorizationRequest.queryId(0));
    one.put("format", "dc+sd-jwt");
    one.put("meta", Map.of("vct_values", List.of(AuthorizationRequest.vct(issuer, type))));
    one.put("claims", Stream.of(claims).map(id -> Map.of("path", List.of(id))).toList());
    return one;
  }
}
