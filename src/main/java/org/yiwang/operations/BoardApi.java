package org.yiwang.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.CaseFigures;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.CasePoint;
import org.yiwang.casework.CasePoints;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;

/** Open cases for the board's map: no more of them than a map shows. */
@RestController
@RequestMapping("/api/board")
class BoardApi {
  private final CaseFigures figures;
  private final MostPoints most;

  BoardApi(CaseFigures figures, MostPoints most) {
    this.figures = figures;
    this.most = most;
  }

  /** One case on the map; {@code title} in the reader's language. */
  record Point(String number, double lon, double lat, boolean late, String title, String href) {}

  /**
   * @param cut says that there are more than fit, so that only the most urgent are here; null where
   *     all are
   */
  record Points(List<Point> points, @Nullable String cut) {}

  @GetMapping("/points")
  ResponseEntity<Points> points(
      @RequestParam(required = false) @Nullable String area, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_BOARD);
    CaseFilter open = CaseFilter.all().whole().pace(Pace.OPEN).area(area);
    CasePoints found = figures.points(open, viewer, most.board());
    List<Point> points = found.points().stream().map(point -> point(page, point)).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Points(points, found.cut(page)));
  }

  private static Point point(Page page, CasePoint of) {
    return new Point(
        of.number(), of.lon(), of.lat(), of.late(), page.t(of.title()), "/cases/" + of.number());
  }
}
