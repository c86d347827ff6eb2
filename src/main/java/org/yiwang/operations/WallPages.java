package org.yiwang.operations;

import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.CaseFigures;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CaseFilter.Pace;
import org.yiwang.casework.CasePoint;
import org.yiwang.casework.CasePoints;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Sorting;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Marker;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.page.Tone;
import org.yiwang.place.Maps;

/** The wall (大屏): one screen, read from six metres: what is out of bounds now. */
@Controller
class WallPages {
  private static final int EXCEPTIONS = 11;

  private final BoardViews views;
  private final Exceptions exceptions;
  private final Cases cases;
  private final CaseFigures figures;
  private final Maps maps;
  private final DistrictTime time;
  private final MostPoints most;

  WallPages(
      BoardViews views,
      Exceptions exceptions,
      Cases cases,
      CaseFigures figures,
      Maps maps,
      DistrictTime time,
      MostPoints most) {
    this.views = views;
    this.exceptions = exceptions;
    this.cases = cases;
    this.figures = figures;
    this.maps = maps;
    this.time = time;
    this.most = most;
  }

  @GetMapping("/wall")
  ModelAndView show(Viewer viewer, Page page) {
    viewer.require(Permission.SEE_BOARD);
    return wall(viewer, page);
  }

  ModelAndView wall(Viewer viewer, Page page) {
    return page.view(
        HttpStatus.OK, "operations/wall", Text.of("大屏", "Wall"), "wall", view(viewer, page));
  }

  /** One tile alone, for a screen of its own. */
  @GetMapping("/wall/{tile}")
  ModelAndView tile(@PathVariable String tile, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_BOARD);
    WallView all = view(viewer, page);
    WallView one = all.only(tile);
    if (one.empty()) {
      throw new RefusedException(missing());
    }
    return page.view("operations/wallTile", Text.of("大屏", "Wall"), "wall", one, "tile", tile);
  }

  private WallView view(Viewer viewer, Page page) {
    Instant now = time.instant();
    BoardView board = views.district(page, viewer);
    CaseFilter open = CaseFilter.all().whole().pace(Pace.OPEN);
    CasePoints points = figures.points(open, viewer, most.wall());
    Sorting urgent = new Sorting(Sorting.By.DUE, false, 1, EXCEPTIONS);
    return new WallView(
        board.says(),
        board.tone(),
        page.dateTime(now),
        page.time(now),
        now.toEpochMilli(),
        board.figures().stream().filter(figure -> !figure.id().equals("time-to-close")).toList(),
        maps.any() ? maps.whole(page.language()) : null,
        points.points().stream().map(point -> marker(page, point)).toList(),
        points.cut(page),
        open.href(),
        cases.list(open, urgent, viewer).cases().stream()
            .map(of -> exceptions.line(page, of, now))
            .toList(),
        page.demo() && figures.anyInvented());
  }

  private static Marker marker(Page page, CasePoint of) {
    return new Marker(
        of.lon(), of.lat(), page.t(of.title()), null, of.late() ? Tone.LATE : Tone.RUN);
  }

  private static Refusal missing() {
    return Refusal.of(
        Refusal.Kind.MISSING,
        "tile-missing",
        Text.of("大屏上没有这一块。", "The wall has no such tile."),
        Text.of("请从大屏上选择。", "Choose one on the wall."));
  }
}
