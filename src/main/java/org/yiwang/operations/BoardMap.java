package org.yiwang.operations;

import java.util.List;
import org.locationtech.jts.geom.Point;
import org.yiwang.page.BaseMap;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;
import org.yiwang.place.Area;
import org.yiwang.place.Maps;

/**
 * The board's map: on the server's drawing the open cases of each street as one number that opens
 * their list; with a script the single cases, gathered where they are dense.
 *
 * @param points where a script gets the single cases from
 */
record BoardMap(BaseMap base, List<String> layers, List<Mark> marks, String points) {

  /** The number of one street. */
  record Mark(double x, double y, int radius, String count, String label, String href, Tone tone) {}

  static BoardMap of(Page page, Maps maps, List<PartRow> rows, List<Area> areas) {
    BaseMap base = maps.whole(page.language());
    List<Mark> marks =
        areas.stream()
            .flatMap(
                area ->
                    rows.stream()
                        .filter(r -> r.code().equals(area.code()))
                        .limit(1)
                        .map(r -> mark(page, base, area, r)))
            .filter(mark -> mark.radius() > 0)
            .toList();
    return new BoardMap(base, maps.layers(), marks, "/api/board/points");
  }

  private static Mark mark(Page page, BaseMap base, Area area, PartRow row) {
    Point middle = area.shape().getInteriorPoint();
    long open = row.open().count();
    String words =
        page.t(
            "%s：%s 件在办，%s 件超时".formatted(row.name(), row.open().value(), row.late().value()),
            "%s: %s open, %s late".formatted(row.name(), row.open().value(), row.late().value()));
    return new Mark(
        Math.rint(base.x(middle.getX())),
        Math.rint(base.y(middle.getY())) - 22,
        open == 0 ? 0 : (int) Math.min(34, 15 + Math.sqrt(open) * 2.4),
        row.open().value(),
        words,
        row.open().href(),
        row.late().count() > 0 ? Tone.LATE : Tone.RUN);
  }
}
