package org.yiwang.operations;

import org.jspecify.annotations.Nullable;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.operations.BoardCounts.Part;
import org.yiwang.page.Page;

/**
 * One street, grid or net in a table of the board, in the reader's words.
 *
 * @param href its own board; null for none
 */
record PartRow(
    String code,
    String name,
    @Nullable String href,
    Cell open,
    Cell late,
    Cell closed,
    Cell onTime,
    boolean belowTarget) {

  /**
   * A figure and the list it was counted from; a share opens, as on top of the board, what was
   * closed too late.
   */
  record Cell(String value, String href, long count) {}

  static PartRow of(Page page, BoardCounts counts, PartName part, CaseFilter filter) {
    return of(page, counts, part, counts.part(part.code()), filter);
  }

  static PartRow of(Page page, BoardCounts counts, PartName part, Part at, CaseFilter filter) {
    Double share = at.month().onTimeShare();
    CaseFilter month = filter.pace(Pace.CLOSED).closedSince(counts.since());
    return new PartRow(
        part.code(),
        part.name(),
        part.href(),
        cell(page, at.open(), filter.pace(Pace.OPEN)),
        cell(page, at.late(), filter.pace(Pace.LATE)),
        cell(page, at.month().closed(), month),
        new Cell(
            share == null ? "–" : page.percent(share),
            month.pace(Pace.CLOSED_LATE).href(),
            at.month().late()),
        share != null && share < BoardFigures.WANTED_ON_TIME);
  }

  /** What a row is about. */
  record PartName(String code, String name, @Nullable String href) {}

  private static Cell cell(Page page, long count, CaseFilter filter) {
    return new Cell(page.number(count), filter.href(), count);
  }
}
