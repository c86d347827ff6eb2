package org.yiwang.casework;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list's address: filter, order and page as parameters. Whatever cannot be understood counts as
 * not given, so that an old bookmark still opens.
 */
record ListQuery(CaseFilter filter, Sorting sorting) {
  private static final int ROWS = 25;

  /** What a desk opens with: the viewer's own queue, most urgent first. */
  static ListQuery ownQueue() {
    return new ListQuery(CaseFilter.all().mine(true), Sorting.dueFirst());
  }

  static ListQuery read(Function<String, @Nullable String> parameter) {
    return new ListQuery(
        CaseFilter.read(parameter),
        sorting(
            parameter.apply("sort"),
            number(parameter.apply("page"), 1),
            number(parameter.apply("size"), ROWS)));
  }

  private static Sorting sorting(@Nullable String sort, int page, int size) {
    String column = sort == null ? "" : sort;
    boolean descending = column.startsWith("-");
    String name = descending ? column.substring(1) : column;
    Sorting.By by = Sorting.By.DUE;
    for (Sorting.By known : Sorting.By.values()) {
      if (known.name().equalsIgnoreCase(name)) {
        by = known;
      }
    }
    return new Sorting(by, descending, page, size);
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits != null && digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : otherwise;
  }
}
