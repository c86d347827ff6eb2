package org.yiwang.credential;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.credential.AuthorizationRequest.Query;

/**
 * What a holder presents in answer to an authorization request (调取答复的出示): one presentation for each
 * credential that was asked for, under the id of its query, as OpenID4VP writes it.
 */
record VpToken(Map<String, String> presentations) {
  String json() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    presentations.forEach((id, token) -> lists.put(id, List.of(token)));
    return Letters.json(lists);
  }

  /**
   * Reads an answer: all that was asked for, and nothing else.
   *
   * @throws UnreadableException if it is anything else
   */
  static VpToken read(@Nullable String json, List<Query> asked) {
    Map<String, Object> said =
        Letters.map((json == null ? "" : json).getBytes(StandardCharsets.UTF_8));
    Map<String, String> presentations = new LinkedHashMap<>();
    for (Query one : asked) {
      presentations.put(one.id(), only(said.get(one.id())));
    }
    if (said.size() != presentations.size()) {
      throw new UnreadableException("more than was asked for");
    }
    return new VpToken(presentations);
  }

  private static String only(@Nullable Object said) {
    if (said instanceof List<?> list
        && list.size() == 1
        && list.getFirst() instanceof String token) {
      return token;
    }
    throw new UnreadableException("not one presentation");
  }
}
