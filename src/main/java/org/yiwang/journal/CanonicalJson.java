package org.yiwang.journal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON in the one form of RFC 8785 (规范化 JSON): no blanks, keys sorted by UTF-16
 * code units, shortest escapes, numbers as ECMAScript writes them. A number that a double cannot
 * hold, which the RFC leaves out, is written with all its digits, so that no two different numbers
 * look the same.
 */
final class CanonicalJson {
  private static final int LOWEST_PLAIN = -6;
  private static final int HIGHEST_PLAIN = 21;
  private static final int JAVA_WRITES_AT_LEAST = 2;

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /**
   * @param value map, collection, string, number, boolean or null
   * @throws IllegalArgumentException for anything else
   */
  static String of(@Nullable Object value) {
    var json = new CanonicalJson();
    json.write(value);
    return json.out.toString();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(map);
      case Collection<?> list -> array(list);
      case String words -> string(words);
      case Boolean truth -> out.append(truth);
      case Number number -> out.append(number(exact(number)));
      default -> throw new IllegalArgumentException("Not JSON: " + value.getClass());
    }
  }

  private void object(Map<?, ?> map) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((name, value) -> sorted.put((String) name, value));
    String before = "{";
    for (Map.Entry<String, @Nullable Object> one : sorted.entrySet()) {
      out.append(before);
      string(one.getKey());
      out.append(':');
      write(one.getValue());
      before = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void array(Collection<?> list) {
    out.append('[');
    boolean first = true;
    for (Object one : list) {
      if (!first) {
        out.append(',');
      }
      write(one);
      first = false;
    }
    out.append(']');
  }

  private void string(String words) {
    out.append('"');
    for (int i = 0; i < words.length(); i++) {
      character(words.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ') {
          out.append("\\u00").append(Character.forDigit(c >> 4, 16));
          out.append(Character.forDigit(c & 15, 16));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static BigDecimal exact(Number number) {
    return switch (number) {
      case BigDecimal decimal -> decimal;
      case BigInteger integer -> new BigDecimal(integer);
      case Double real -> BigDecimal.valueOf(real);
      case Float real -> new BigDecimal(real.toString());
      default -> BigDecimal.valueOf(number.longValue());
    };
  }

  /** The fewest digits that give the same double, if a double holds the value at all. */
  private static BigDecimal shortest(BigDecimal value) {
    BigDecimal digits = value.stripTrailingZeros();
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest)
        || nearest == 0
        || BigDecimal.valueOf(nearest).compareTo(value) != 0
        || digits.precision() != JAVA_WRITES_AT_LEAST) {
      return digits;
    }
    BigDecimal shorter = digits.round(new MathContext(1));
    return shorter.doubleValue() == nearest ? shorter : digits;
  }

  /** As ECMAScript's Number::toString. */
  private static String number(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal plain = shortest(value);
    String digits = plain.unscaledValue().abs().toString();
    int point = digits.length() - plain.scale();
    String sign = plain.signum() < 0 ? "-" : "";
    if (point > LOWEST_PLAIN && point <= HIGHEST_PLAIN) {
      return plain.toPlainString();
    }
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    String power = (point > 0 ? "+" : "") + (point - 1);
    return sign + digits.charAt(0) + fraction + "e" + power;
  }
}
