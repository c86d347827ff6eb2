package org.yiwang.casework;

import java.util.List;

/**
 * One page of a list of cases (办件列表的一页).
 *
 * @param cases those on this page
 * @param total how many fit the filter, counted up to {@link #MOST_COUNTED}
 * @param page from 1
 * @param size rows a page
 */
public record CasePage(List<Case> cases, long total, int page, int size) {
  /** Counting stops here, so that a list over millions opens as quickly as any other. */
  public static final int MOST_COUNTED = 10_000;

  public boolean more() {
    return total > MOST_COUNTED;
  }

  public int pages() {
    return (int) Math.max(1, (Math.min(total, MOST_COUNTED) + size - 1) / size);
  }
}
