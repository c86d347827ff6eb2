package org.yiwang.pack;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value in a pack file may be. The reader binds by it and the schemas are written from it,
 * so that the two cannot disagree.
 */
sealed interface ValueShape {
  /** Text in one language. */
  record Words() implements ValueShape {}

  /** A whole number; {@code wide} is a long. */
  record Whole(boolean wide) implements ValueShape {}

  record Decimal() implements ValueShape {}

  record YesNo() implements ValueShape {}

  /** One of a fixed list of words, each with the constant it stands for. */
  record Choice(Map<String, Object> constants) implements ValueShape {}

  /** Words with a form of their own, read by the type's {@code parse}. */
  record Formed(Class<?> type, Parser parser) implements ValueShape {}

  /** Words in both languages. */
  record Both() implements ValueShape {}

  /** The name of a file in the pack, which must be there. */
  record FileName() implements ValueShape {}

  record Many(ValueShape element) implements ValueShape {}

  /** A group of keys that the author chooses. */
  record Keyed(ValueShape key, ValueShape value) implements ValueShape {}

  /** A group of known keys. */
  record Nested(Class<?> type) implements ValueShape {
    RecordShape shape() {
      return RecordShape.of(type);
    }
  }

  /** Whatever YAML can say; for values whose meaning another definition decides. */
  record Anything() implements ValueShape {}

  /** Reads words that have a form of their own. */
  @FunctionalInterface
  interface Parser {
    /**
     * @throws IllegalArgumentException with a sentence that says what is expected
     */
    Object parse(String words);

    /** The type's own {@code static T parse(String)}, or null when it has none. */
    static @Nullable Parser of(Class<?> type) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals("parse")
            && method.getParameterCount() == 1
            && method.getParameterTypes()[0] == String.class
            && type.isAssignableFrom(method.getReturnType())) {
          method.setAccessible(true);
          return words -> call(method, words);
        }
      }
      return null;
    }

    private static Object call(Method method, String words) {
      try {
        return method.invoke(null, words);
      } catch (InvocationTargetException e) {
        String why = e.getCause() == null ? null : e.getCause().getMessage();
        throw new IllegalArgumentException(why == null ? "" : why, e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
