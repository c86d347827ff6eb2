package org.yiwang.pack;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Java record seen as a group of keys: the one model behind reading, schemas and the reference.
 *
 * @param type the record
 * @param keys its components as keys, in the order of the record
 */
record RecordShape(Class<?> type, List<Key> keys, Constructor<?> constructor) {
  private static final ClassValue<RecordShape> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return describe(type);
        }
      };

  /**
   * One component of the record.
   *
   * @param name as written in files: {@code zone-name} for {@code zoneName}
   * @param component as written in Java
   * @param absent what a missing key stands for; only meaningful when not required
   */
  record Key(
      String name, String component, ValueShape shape, boolean required, @Nullable Object absent) {}

  static RecordShape of(Class<?> type) {
    return KNOWN.get(type);
  }

  Optional<Key> find(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  /**
   * The record made from its components' values, in order.
   *
   * @throws IllegalArgumentException when the record itself refuses them
   */
  Object make(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      Throwable why = e.getCause();
      String sentence = why == null || why.getMessage() == null ? "" : why.getMessage();
      throw new IllegalArgumentException(sentence, why);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e);
    }
  }

  /** The value of the record's text component {@code id}, when it has one. */
  Optional<String> idOf(Object value) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals("id") && component.getType() == String.class) {
        try {
          component.getAccessor().setAccessible(true);
          return Optional.ofNullable((String) component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return Optional.empty();
  }

  private static RecordShape describe(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalStateException(type.getName() + " is not a record");
    }
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return new RecordShape(
          type, Arrays.stream(components).map(RecordShape::key).toList(), constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Key key(RecordComponent component) {
    ValueShape shape = Shapes.of(component.getGenericType());
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Object absent = nullable ? null : Shapes.whenAbsent(component.getType());
    boolean required = !nullable && absent == null;
    return new Key(kebab(component.getName()), component.getName(), shape, required, absent);
  }

  /** {@code zoneName} becomes {@code zone-name}; {@code public_} becomes {@code public}. */
  static String kebab(String javaName) {
    return javaName
        .replaceAll("_$", "")
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }
}
