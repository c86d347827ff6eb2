package org.yiwang.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.casework.CaseFilter;
import org.yiwang.page.Query;

/**
 * The address of the list of all cases that a filter fits: {@code /desk?pace=late&area=…}. A figure
 * is counted with a filter and opens this address, so both say the same number.
 */
final class ListAddress {
  private ListAddress() {}

  static String of(CaseFilter filter) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    filter.parameters().forEach((name, value) -> values.put(name, List.of(value)));
    return new Query("/desk", values).href();
  }
}
