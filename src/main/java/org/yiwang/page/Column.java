package org.yiwang.page;

import org.jspecify.annotations.Nullable;

/**
 * One column of a table (列).
 *
 * @param label its heading
 * @param sort what {@code ?sort=} says to sort by it ({@code -due} is downwards); null when it
 *     cannot
 * @param number whether its cells are figures, set to the right
 */
public record Column(String label, @Nullable String sort, boolean number) {
  public static Column of(String label) {
    return new Column(label, null, false);
  }

  public static Column sorted(String label, String sort) {
    return new Column(label, sort, false);
  }

  public static Column figure(String label, @Nullable String sort) {
    return new Column(label, sort, true);
  }

  /** For {@code aria-sort}. */
  String order(Query query) {
    String by = query.first("sort");
    if (sort == null || by == null || !by.replaceFirst("^-", "").equals(sort)) {
      return "none";
    }
    return by.startsWith("-") ? "descending" : "ascending";
  }

  /** The address that sorts by this column, the other way round when it already does. */
  String href(Query query) {
    String next = order(query).equals("ascending") ? "-" + sort : String.valueOf(sort);
    return query.without("page").with("sort", next).href();
  }
}
