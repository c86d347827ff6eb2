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
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Page;

/** Open cases for the board's map: no more of them than a map shows. */
@RestController
@RequestMapping("/api/board")
class BoardApi {
  private static final int MOST = 5000;
  private final CaseFigures figures;

  BoardApi(CaseFigures figures) {
    this.figures = figures;
  }

  /** One case on the map; {@code title} in the reader's language. */
  record Point(String number, double lon, double lat, boolean late, String title, String href) {}

  /**
   * @param more whether there are more than fit; the most urgent are here
   */
  record Points(List<Point> points, boolean more) {}

  @GetMapping("/points")
  ResponseEntity<Points> points(
      @RequestParam(required = false) @Nullable String area, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_BOARD);
    CaseFilter open = CaseFilter.all().whole().pace(Pace.OPEN).area(area);
    List<CasePoint> found = figures.points(open, viewer, MOST + 1);
    List<Point> points = found.stream().limit(MOST).map(point -> point(page, point)).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Points(points, found.size() > MOST));
  }

  private static Point point(Page page, CasePoint of) {
    return new Point(
        of.number(), of.lon(), of.lat(), of.late(), page.t(of.title()), "/cases/" + of.number());
  }
}
