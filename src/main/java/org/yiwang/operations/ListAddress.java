package org.yiwang.operations;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.CaseFilter;

/**
 * The address of the list of all cases that a filter fits: {@code /desk?pace=late&area=…}. A figure
 * is counted with a filter and opens this address, so both say the same number.
 */
final class ListAddress {
  private static final String DESK = "/desk";

  private ListAddress() {}

  static String of(CaseFilter filter) {
    List<String> parameters = new ArrayList<>();
    for (RecordComponent component : CaseFilter.class.getRecordComponents()) {
      Object value = value(component, filter);
      if (value != null && !value.equals(false)) {
        parameters.add(kebab(component.getName()) + "=" + written(value));
      }
    }
    return parameters.isEmpty() ? DESK : DESK + "?" + String.join("&", parameters);
  }

  private static @Nullable Object value(RecordComponent component, CaseFilter filter) {
    try {
      return component.getAccessor().invoke(filter);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String written(Object value) {
    String words =
        value instanceof Enum<?> choice
            ? choice.name().toLowerCase(Locale.ROOT).replace('_', '-')
            : value.toString();
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
