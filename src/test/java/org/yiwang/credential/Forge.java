package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/** An issuer of its own, without a database, that can also make what no issuer should. */
final class Forge implements KnownIssuer.Published {
  static final String URL = "https://issuer.example";
  static final String RECIPIENT = "https://verifier.example";
  static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

  final SigningKey key;
  final SigningKey holder = SigningKey.make(Algorithms.of(CredentialType.Signature.ES256));
  final Disclosure name = Disclosure.of("name", "王秀兰");
  final Disclosure born = Disclosure.of("born", "1944-03-05");
  private StatusList list = StatusList.of(List.of());
  private String listSigner = "";

  Forge(CredentialType.Signature signature) {
    key = SigningKey.make(Algorithms.of(signature));
  }

  static Forge es256() {
    return new Forge(CredentialType.Signature.ES256);
  }

  /** An element of a list, hidden: ours hide none, others' may. */
  static Disclosure element(@Nullable Object value) {
    List<@Nullable Object> parts = Arrays.asList(Letters.encode(Letters.random(16)), value);
    return Disclosure.parse(Letters.encode(Letters.json(parts)));
  }

  /** The payload of an honest credential. */
  Map<String, Object> payload() {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("iss", URL);
    payload.put("vct", URL + "/credential/types/test");
    payload.put("iat", NOW.minusSeconds(3600).getEpochSecond());
    payload.put("exp", NOW.plusSeconds(3600).getEpochSecond());
    payload.put("cnf", Map.of("jwk", holder.publicKey()));
    payload.put("status", Map.of("status_list", Map.of("idx", 7, "uri", URL + "/status/0")));
    payload.put("_sd", new ArrayList<>(List.of(name.digest(), born.digest())));
    payload.put("_sd_alg", "sha-256");
    return payload;
  }

  String sign(Map<String, Object> payload) {
    return Jws.sign(key, IssueCredential.TYPE, payload, true);
  }

  SdJwt honest() {
    return new SdJwt(sign(payload()), List.of(name, born), null);
  }

  /** The header of an honest credential, for any algorithm. */
  Map<String, Object> header(String algorithm) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm);
    header.put("typ", IssueCredential.TYPE);
    header.put("kid", key.id());
    return header;
  }

  /** Signs with any header; the signature may be anything. */
  static String assemble(
      Map<String, Object> header, Map<String, Object> payload, byte[] signature) {
    return Letters.encode(Letters.json(header))
        + "."
        + Letters.encode(Letters.json(payload))
        + "."
        + Letters.encode(signature);
  }

  SdJwt bound(SdJwt token, SigningKey by) {
    return token.boundBy(Jws.sign(by, "kb+jwt", proof(token), false));
  }

  /** What an honest holder signs. */
  Map<String, Object> proof(SdJwt token) {
    Map<String, Object> proof = new LinkedHashMap<>();
    proof.put("iat", NOW.getEpochSecond());
    proof.put("exp", NOW.plusSeconds(60).getEpochSecond());
    proof.put("aud", RECIPIENT);
    proof.put("nonce", "n-1");
    proof.put("sd_hash", Letters.hash(token.unbound()));
    return proof;
  }

  void revoke() {
    list = StatusList.of(List.of(7));
  }

  /** From now on somebody else signs the list. */
  void listBy(Forge other) {
    listSigner = other.sign(listPayload());
  }

  /** From now on the list says something else, signed all the same. */
  void list(Consumer<Map<String, Object>> change) {
    Map<String, Object> payload = listPayload();
    change.accept(payload);
    listSigner = Jws.sign(key, StatusList.TYPE, payload, true);
  }

  /** From now on the list is spelt like this, with a genuine header and signature. */
  void listSpelt(String json) {
    String signed =
        Letters.encode(
                Letters.json(Map.of("alg", "ES256", "typ", StatusList.TYPE, "kid", key.id())))
            + "."
            + Letters.encode(json);
    byte[] signature = key.signer().sign(signed.getBytes(StandardCharsets.US_ASCII));
    listSigner = signed + "." + Letters.encode(signature);
  }

  private Map<String, Object> listPayload() {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("sub", URL + "/status/0");
    payload.put("iat", NOW.getEpochSecond());
    payload.put("status_list", list.asClaim());
    return payload;
  }

  @Override
  public Optional<Map<String, Object>> findKey(String id) {
    return OwnIssuer.find(keys(), id);
  }

  @Override
  public List<Map<String, Object>> keys() {
    return List.of(key.published());
  }

  @Override
  public String statusList(String uri) {
    return listSigner.isEmpty() ? Jws.sign(key, StatusList.TYPE, listPayload(), true) : listSigner;
  }

  KnownIssuer known() {
    return new KnownIssuer(URL, Text.same("Test"), false, Set.of("test"), this);
  }

  /** What is told of a payload that was changed and then signed all the same. */
  Finding with(Consumer<Map<String, Object>> change) {
    Map<String, Object> payload = payload();
    change.accept(payload);
    return check(new SdJwt(sign(payload), List.of(name), null));
  }

  /** What is told of an honest credential that shows these. */
  Finding showing(Disclosure... shown) {
    return check(honest().showing(List.of(shown)));
  }

  Finding check(SdJwt token) {
    return check(token.compact(), null, false);
  }

  Finding checkBound(SdJwt token) {
    return check(token.compact(), RECIPIENT, true);
  }

  Finding check(String token, @Nullable String recipient, boolean bound) {
    return verdict(token, recipient, bound).finding();
  }

  Verdict verdict(String token, @Nullable String recipient, boolean bound) {
    KnownIssuer.Directory only = url -> url.equals(URL) ? Optional.of(known()) : Optional.empty();
    return new CheckToken(only).check(token, new CheckToken.Expected(recipient, bound, NOW));
  }
}
