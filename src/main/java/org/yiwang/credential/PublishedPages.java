package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.pack.Text;

/**
 * What an issuer publishes for whoever checks (公开信息): its keys (SD-JWT VC section 5, RFC 7517), its
 * status lists, and what its types mean (SD-JWT VC section 6).
 */
@RestController
class PublishedPages {
  private final OwnAddress address;
  private final IssuerKeys keys;
  private final StatusLists lists;
  private final CredentialTypes types;

  PublishedPages(OwnAddress address, IssuerKeys keys, StatusLists lists, CredentialTypes types) {
    this.address = address;
    this.keys = keys;
    this.lists = lists;
    this.types = types;
  }

  @GetMapping(path = "/.well-known/jwt-vc-issuer", produces = "application/json")
  ResponseEntity<Map<String, Object>> issuer() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("issuer", address.now());
    metadata.put("jwks", Map.of("keys", keys.published()));
    metadata.put("status_list_aggregation_endpoint", address.now() + "/credential/status");
    return shortly().body(metadata);
  }

  /** Where all status lists are (Token Status List section 9): for whoever keeps them offline. */
  @GetMapping(path = "/credential/status", produces = "application/json")
  ResponseEntity<Map<String, Object>> statusLists() {
    return shortly().body(Map.of("status_lists", lists.listUris()));
  }

  /** All keys that ever signed, the newest first. */
  @GetMapping(path = "/credential/keys", produces = "application/jwk-set+json")
  ResponseEntity<String> keySet() {
    return shortly().body(Letters.json(Map.of("keys", keys.published())));
  }

  @GetMapping(path = "/credential/status/{list}", produces = "application/statuslist+jwt")
  ResponseEntity<String> status(@PathVariable int list) {
    // Who keeps it longer would not see somebody taken back.
    return lists
        .find(list)
        .map(jwt -> ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(jwt))
        .orElse(ResponseEntity.notFound().build());
  }

  @GetMapping(path = "/credential/types/{id}", produces = "application/json")
  ResponseEntity<Map<String, Object>> type(@PathVariable String id) {
    return types
        .findType(id)
        .map(type -> shortly().body(metadata(type)))
        .orElse(ResponseEntity.notFound().build());
  }

  private static ResponseEntity.BodyBuilder shortly() {
    return ResponseEntity.ok().cacheControl(CacheControl.maxAge(StatusLists.KEPT).cachePublic());
  }

  private Map<String, Object> metadata(CredentialType type) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("vct", address.now() + "/credential/types/" + type.id());
    metadata.put("name", type.name().en());
    metadata.put("display", display(type.name(), "name"));
    metadata.put("claims", type.claims().stream().map(PublishedPages::claim).toList());
    return metadata;
  }

  private static Map<String, Object> claim(CredentialType.Claim claim) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("path", List.of(claim.id()));
    told.put("display", display(claim.name(), "label"));
    told.put("sd", claim.selective() ? "always" : "never");
    return told;
  }

  private static List<Map<String, String>> display(Text text, String name) {
    return List.of(
        Map.of("locale", "zh-CN", name, text.zh()), Map.of("locale", "en", name, text.en()));
  }
}
