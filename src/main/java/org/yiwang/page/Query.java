package org.yiwang.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address with its parameters (查询条件), from which the addresses of filters, sorted columns and
 * further pages are made. Immutable.
 *
 * @param path the path, without a question mark
 * @param values each parameter's values in the order of the address
 */
public record Query(String path, Map<String, List<String>> values) {

  /** Never throws: what cannot be decoded is left out. */
  public static Query parse(String path, @Nullable String queryString) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : queryString == null ? new String[0] : queryString.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (name != null && !name.isEmpty() && value != null) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return new Query(path, values);
  }

  public @Nullable String first(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.getFirst();
  }

  /** The same address with this parameter set to this one value. */
  public Query with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(value));
    return new Query(path, changed);
  }

  public Query without(String name) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    return new Query(path, changed);
  }

  /** The same address with one of several values of a parameter taken away. */
  public Query without(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    List<String> left =
        values.getOrDefault(name, List.of()).stream().filter(v -> !v.equals(value)).toList();
    if (left.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, left);
    }
    return new Query(path, changed);
  }

  /** For {@code href}: the path and the encoded parameters. */
  public String href() {
    StringBuilder out = new StringBuilder(path);
    char separator = '?';
    for (Map.Entry<String, List<String>> parameter : values.entrySet()) {
      for (String value : parameter.getValue()) {
        out.append(separator).append(encode(parameter.getKey())).append('=').append(encode(value));
        separator = '&';
      }
    }
    return out.toString();
  }

  private static String encode(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static @Nullable String decode(String words) {
    try {
      return URLDecoder.decode(words, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
