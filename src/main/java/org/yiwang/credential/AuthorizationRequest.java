package org.yiwang.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * What one region asks of a holder's wallet in another (跨区调取的授权请求), as OpenID4VP 1.0 names it:
 * signed as a request object (RFC 9101). Not to be confused with a Request (诉求).
 *
 * @param asker the asking region's public address ({@code client_id})
 * @param nonce what the presentation has to carry; it names the presentation in the wallet too
 * @param state what the answer has to carry; whoever sees the request can read it, so it protects
 *     nothing: an answer counts only with a presentation that fits nonce, addressee and applicant
 * @param queries which credentials are asked for: all of them or none is given
 * @param lasts for how long the presentation may be used
 */
record AuthorizationRequest(
    String asker,
    UUID nonce,
    String state,
    List<Query> queries,
    Text purpose,
    Duration lasts,
    Instant made,
    Instant expires) {
  static final String TYPE = "oauth-authz-req+jwt";
  static final String ANSWERS = "/api/credential-answers";
  static final Duration USE_WITHIN = Duration.ofMinutes(30);
  static final int MOST_QUERIES = 5;
  private static final String WANTED = "wanted";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /**
   * One credential that is asked for (Credential Query of DCQL).
   *
   * @param id by which the answer names it
   * @param type id of the type, as the asked region calls it
   * @param claims ids of its claims, as the asked region calls them
   */
  record Query(String id, String type, List<String> claims) {}

  /** What we call the first credential that we ask for, the second … */
  static String queryId(int index) {
    return index == 0 ? WANTED : WANTED + "-" + (index + 1);
  }

  String answerTo() {
    return asker + ANSWERS;
  }

  static String vct(String issuer, String type) {
    return issuer + "/credential/types/" + type;
  }

  Map<String, Object> payload(String asked) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("iss", asker);
    said.put("aud", asked);
    said.put("client_id", asker);
    said.put("response_type", "vp_token");
    said.put("response_mode", "direct_post");
    said.put("response_uri", answerTo());
    said.put("nonce", nonce.toString());
    said.put("state", state);
    said.put("iat", made.getEpochSecond());
    said.put("exp", expires.getEpochSecond());
    said.put(
        "dcql_query",
        Map.of("credentials", queries.stream().map(one -> written(one, asked)).toList()));
    said.put("purpose", purpose.zh());
    said.put("purpose#en", purpose.en());
    said.put("use_within", lasts.toSeconds());
    return said;
  }

  private static Map<String, Object> written(Query query, String asked) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("id", query.id());
    written.put("format", "dc+sd-jwt");
    written.put("meta", Map.of("vct_values", List.of(vct(asked, query.type()))));
    written.put("claims", query.claims().stream().map(id -> Map.of("path", List.of(id))).toList());
    return written;
  }

  /**
   * Reads without believing anything yet.
   *
   * @param own the address of the region that is asked
   * @throws UnreadableException if something is missing or is not of its kind
   */
  static AuthorizationRequest read(Jws jws, String own) {
    require("vp_token".equals(jws.word("response_type")), "response_type");
    require("direct_post".equals(jws.word("response_mode")), "response_mode");
    return new AuthorizationRequest(
        word(jws.word("client_id")),
        uuid(word(jws.word("nonce"))),
        word(jws.word("state")),
        queries(map(jws.payload().get("dcql_query")), own),
        Text.of(word(jws.word("purpose")), word(jws.word("purpose#en"))),
        Duration.ofSeconds(seconds(jws, "use_within")),
        Instant.ofEpochSecond(seconds(jws, "iat")),
        Instant.ofEpochSecond(seconds(jws, "exp")));
  }

  /** Choices that a query of this language may leave to the holder are not followed. */
  private static List<Query> queries(Map<?, ?> dcql, String own) {
    require(!dcql.containsKey("credential_sets"), "credential_sets");
    List<?> written = list(dcql.get("credentials"));
    require(!written.isEmpty() && written.size() <= MOST_QUERIES, "credentials");
    List<Query> queries = written.stream().map(one -> query(map(one), own)).toList();
    require(queries.stream().map(Query::id).distinct().count() == queries.size(), "id");
    return queries;
  }

  private static Query query(Map<?, ?> written, String own) {
    require("dc+sd-jwt".equals(written.get("format")), "format");
    require(!written.containsKey("claim_sets"), "claim_sets");
    require(!Boolean.TRUE.equals(written.get("multiple")), "multiple");
    String id = word(written.get("id"));
    require(ID.matcher(id).matches(), "id");
    String vct = word(only(map(written.get("meta")).get("vct_values")));
    require(vct.startsWith(vct(own, "")), "vct");
    List<String> claims = list(written.get("claims")).stream().map(one -> claim(map(one))).toList();
    return new Query(id, vct.substring(vct(own, "").length()), claims);
  }

  private static String claim(Map<?, ?> written) {
    require(!written.containsKey("values"), "values");
    return word(only(written.get("path")));
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new UnreadableException(what);
    }
  }

  private static Map<?, ?> map(@Nullable Object said) {
    if (said instanceof Map<?, ?> map) {
      return map;
    }
    throw new UnreadableException("no object");
  }

  private static List<?> list(@Nullable Object said) {
    if (said instanceof List<?> list) {
      return list;
    }
    throw new UnreadableException("no list");
  }

  private static @Nullable Object only(@Nullable Object said) {
    List<?> list = list(said);
    require(list.size() == 1, "not one");
    return list.getFirst();
  }

  private static String word(@Nullable Object said) {
    if (said instanceof String word && !word.isBlank()) {
      return word;
    }
    throw new UnreadableException("no word");
  }

  private static long seconds(Jws jws, String name) {
    Long said = jws.seconds(name);
    require(said != null, name);
    return said == null ? 0 : said;
  }

  private static UUID uuid(String word) {
    try {
      return UUID.fromString(word);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("nonce");
    }
  }
}
