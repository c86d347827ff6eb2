package org.yiwang.operations;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Mode;
import org.yiwang.page.Page;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.place.Area;
import org.yiwang.place.Places;

/** The operations board (城市运行): what is out of bounds now, for the district and each street. */
@Controller
class BoardPages {
  private final BoardViews views;
  private final WallPages wall;
  private final Places places;

  BoardPages(BoardViews views, WallPages wall, Places places) {
    this.views = views;
    this.wall = wall;
    this.places = places;
  }

  @GetMapping("/board")
  ModelAndView board(Viewer viewer, Page page) {
    viewer.require(Permission.SEE_BOARD);
    return page.mode() == Mode.WALL
        ? wall.wall(viewer, page)
        : page.view(
            "operations/board",
            Text.of("城市运行", "City operations"),
            "board",
            views.district(page, viewer));
  }

  @GetMapping("/board/areas/{code}")
  ModelAndView street(@PathVariable String code, Viewer viewer, Page page) {
    viewer.require(Permission.SEE_BOARD);
    Area area = places.findArea(code).orElseThrow(() -> new RefusedException(missing()));
    if (views.seen(viewer).stream().noneMatch(seen -> seen.code().equals(code))) {
      throw Viewer.forbidden();
    }
    return page.view(
        "operations/street", area.name(), "board", views.street(page, area, viewer), "code", code);
  }

  private static Refusal missing() {
    return Refusal.of(
        Refusal.Kind.MISSING,
        "area-missing",
        Text.of("没有这个辖区。", "There is no such area."),
        Text.of("请从城市运行页面选择。", "Choose one on the operations board."));
  }
}
