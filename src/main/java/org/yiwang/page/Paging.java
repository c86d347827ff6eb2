package org.yiwang.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which part of a long list is shown (分页).
 *
 * @param total rows in all
 * @param size rows on one page
 * @param number this page, from 1
 */
public record Paging(long total, int size, int number) {

  /** Number of pages; at least one. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /** Number of the first row shown, from 1; 0 when there is none. */
  public long from() {
    return total == 0 ? 0 : (long) (number - 1) * size + 1;
  }

  public long to() {
    return Math.min(total, (long) number * size);
  }

  /** The first and last page and those around this one; a gap is 0. */
  List<Integer> shown() {
    List<Integer> near =
        IntStream.rangeClosed(1, pages())
            .filter(n -> n == 1 || n == pages() || Math.abs(n - number) <= 1)
            .boxed()
            .toList();
    return near.stream()
        .flatMap(n -> n > 1 && !near.contains(n - 1) ? List.of(0, n).stream() : List.of(n).stream())
        .toList();
  }
}
