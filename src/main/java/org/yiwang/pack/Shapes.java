package org.yiwang.pack;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which Java type holds which kind of value. */
final class Shapes {
  private static final Map<Class<?>, ValueShape> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, new ValueShape.Words()),
          Map.entry(int.class, new ValueShape.Whole(false)),
          Map.entry(Integer.class, new ValueShape.Whole(false)),
          Map.entry(long.class, new ValueShape.Whole(true)),
          Map.entry(Long.class, new ValueShape.Whole(true)),
          Map.entry(double.class, new ValueShape.Decimal()),
          Map.entry(Double.class, new ValueShape.Decimal()),
          Map.entry(boolean.class, new ValueShape.YesNo()),
          Map.entry(Boolean.class, new ValueShape.YesNo()),
          Map.entry(Text.class, new ValueShape.Both()),
          Map.entry(PackFile.class, new ValueShape.FileName()),
          Map.entry(Object.class, new ValueShape.Anything()),
          formed(ZoneId.class, ZoneId::of, "Write an IANA time zone such as Asia/Shanghai."),
          formed(LocalDate.class, LocalDate::parse, "Write a date as 2026-11-22."),
          formed(LocalTime.class, LocalTime::parse, "Write a time of day as 09:30."),
          formed(Duration.class, Duration::parse, "Write a length of time as PT2H30M or P3D."));

  private Shapes() {}

  static ValueShape of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new ValueShape.Many(of(arguments[0]));
      }
      if (generic.getRawType() == Map.class) {
        return new ValueShape.Keyed(of(arguments[0]), of(arguments[1]));
      }
    }
    if (type instanceof Class<?> simple) {
      return simple(simple);
    }
    throw new IllegalStateException("A pack cannot hold a " + type.getTypeName());
  }

  private static ValueShape simple(Class<?> type) {
    ValueShape plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    ValueShape.Parser parser = ValueShape.Parser.of(type);
    if (parser != null) {
      return new ValueShape.Formed(type, parser);
    }
    if (type.isEnum()) {
      return new ValueShape.Choice(constants(type));
    }
    if (type.isRecord()) {
      return new ValueShape.Nested(type);
    }
    throw new IllegalStateException("A pack cannot hold a " + type.getName());
  }

  /**
   * What a missing list, group or yes-or-no stands for; null for all others, which are required.
   */
  static @Nullable Object whenAbsent(Class<?> type) {
    if (type == List.class) {
      return List.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    return type == boolean.class ? Boolean.FALSE : null;
  }

  private static Map<String, Object> constants(Class<?> type) {
    Map<String, Object> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      words.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return words;
  }

  private static Map.Entry<Class<?>, ValueShape> formed(
      Class<?> type, Function<String, Object> parse, String expected) {
    ValueShape.Parser parser =
        words -> {
          try {
            return parse.apply(words);
          } catch (RuntimeException e) {
            throw new IllegalArgumentException(expected, e);
          }
        };
    return Map.entry(type, new ValueShape.Formed(type, parser));
  }
}
