package org.yiwang.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Breakdown;
import org.yiwang.casework.CaseFigures;
import org.yiwang.casework.CaseFilter;
import org.yiwang.casework.CasePoint;
import org.yiwang.casework.CasePoints;
import org.yiwang.casework.NamedCategories;
import org.yiwang.casework.Net;
import org.yiwang.identity.Viewer;
import org.yiwang.operations.BoardView.RepeatLine;
import org.yiwang.operations.BoardView.Repeats;
import org.yiwang.operations.PartRow.PartName;
import org.yiwang.operations.RepeatSpots.Spot;
import org.yiwang.pack.Text;
import org.yiwang.page.Chart;
import org.yiwang.page.Page;
import org.yiwang.place.Area;
import org.yiwang.place.Grid;
import org.yiwang.place.Maps;
import org.yiwang.place.Places;

/** Makes boards: counts them and puts them into the reader's words. */
@Component
class BoardViews {
  private static final int MOST_REPEATS = 12;
  private static final Text GRID = Text.of("网格", "Grid");

  private final CountBoard countBoard;
  private final CaseFigures figures;
  private final Places places;
  private final Maps maps;
  private final NamedCategories categories;
  private final MostPoints most;

  BoardViews(
      CountBoard countBoard,
      CaseFigures figures,
      Places places,
      Maps maps,
      NamedCategories categories,
      MostPoints most) {
    this.countBoard = countBoard;
    this.figures = figures;
    this.places = places;
    this.maps = maps;
    this.categories = categories;
    this.most = most;
  }

  /** What one board is about, and how its table is broken down. */
  private record Subject(
      CaseFilter within,
      Breakdown by,
      UnaryOperator<String> name,
      Function<String, CaseFilter> part) {}

  /** The whole of what the viewer may see, area by area. */
  BoardView district(Page page, Viewer viewer) {
    CaseFilter all = CaseFilter.all().whole();
    var subject = new Subject(all, Breakdown.AREA, code -> areaName(page, code), all::area);
    BoardCounts counts = countBoard.count(all, Breakdown.AREA, viewer);
    List<Area> areas = seen(viewer);
    List<PartRow> rows =
        areas.stream()
            .map(
                area ->
                    new PartName(area.code(), page.t(area.name()), "/board/areas/" + area.code()))
            .map(name -> PartRow.of(page, counts, name, all.area(name.code())))
            .toList();
    BoardMap map = maps.any() ? BoardMap.of(page, maps, rows, areas) : null;
    boolean approximate = areas.stream().anyMatch(Area::approximate);
    return view(page, counts, subject, new Drawn(rows, map, Repeats.NONE, approximate));
  }

  /** One street, grid by grid, with the places where the same comes back. */
  BoardView street(Page page, Area area, Viewer viewer) {
    CaseFilter within = CaseFilter.all().whole().area(area.code());
    var subject = new Subject(within, Breakdown.GRID, code -> gridName(page, code), within::grid);
    BoardCounts counts = countBoard.count(within, Breakdown.GRID, viewer);
    List<Grid> grids =
        places.listGrids().stream().filter(grid -> grid.area().equals(area.code())).toList();
    List<PartRow> rows =
        grids.stream()
            .map(grid -> new PartName(grid.code(), page.t(grid.name()), null))
            .map(name -> PartRow.of(page, counts, name, within.grid(name.code())))
            .toList();
    boolean derived = grids.stream().anyMatch(Grid::derived);
    return view(
        page,
        counts,
        subject,
        new Drawn(
            rows, null, repeats(page, within, counts, viewer), area.approximate() || derived));
  }

  private record Drawn(
      List<PartRow> rows, @Nullable BoardMap map, Repeats repeats, boolean approximate) {}

  private BoardView view(Page page, BoardCounts counts, Subject subject, Drawn drawn) {
    var words = new BoardFigures(page, counts, subject.within());
    var charts = new BoardCharts(page, counts, subject.within());
    boolean streets = subject.by() == Breakdown.AREA;
    Text part = streets ? places.areaWord() : GRID;
    String title =
        page.t("在办与超时，按" + part.zh(), "Open and late, by " + part.en().toLowerCase(Locale.ENGLISH));
    return new BoardView(
        words.says(),
        words.tone(),
        charts.source(),
        words.all(),
        words.closedInAll(),
        charts.parts(title, subject.name(), subject.part()),
        groups(page, charts),
        nets(page, counts, subject.within()),
        charts.trend(),
        page.t(part),
        drawn.rows(),
        drawn.map(),
        drawn.repeats(),
        drawn.approximate());
  }

  private List<Chart> groups(Page page, BoardCharts charts) {
    return Arrays.stream(Net.values())
        .map(net -> charts.groups(net, categories.listGroups(net), id -> groupName(page, id)))
        .filter(chart -> !chart.labels().isEmpty())
        .toList();
  }

  private List<PartRow> nets(Page page, BoardCounts counts, CaseFilter within) {
    return Arrays.stream(Net.values())
        .filter(net -> !categories.listGroups(net).isEmpty())
        .map(
            net ->
                PartRow.of(
                    page,
                    counts,
                    new PartName(net.word(), page.t(net.words()), null),
                    counts.groups(categories.listGroups(net)),
                    within.net(net)))
        .toList();
  }

  private Repeats repeats(Page page, CaseFilter within, BoardCounts counts, Viewer viewer) {
    CaseFilter lately = within.openedSince(counts.today().minusDays(RepeatSpots.DAYS - 1L));
    CasePoints compared = figures.points(lately, viewer, most.repeats());
    List<Spot> spots = RepeatSpots.in(compared.points());
    List<RepeatLine> lines =
        spots.stream().limit(MOST_REPEATS).map(spot -> repeat(page, spot)).toList();
    return new Repeats(lines, cut(page, compared, spots.size()));
  }

  private static RepeatLine repeat(Page page, Spot spot) {
    return new RepeatLine(
        page.t(spot.newest().title()),
        spot.newest().address(),
        spot.cases().size(),
        page.dateTime(spot.newest().opened()),
        spot.cases().stream().map(CasePoint::number).toList());
  }

  private static @Nullable String cut(Page page, CasePoints compared, int spots) {
    if (compared.more()) {
      String among = page.number(compared.points().size());
      return page.t(
          "90 天内的办件太多，只比较了其中 %s 件。".formatted(among),
          "Too many cases in 90 days: only %s of them were compared.".formatted(among));
    }
    return spots > MOST_REPEATS
        ? page.t(
            "共 %d 处，只列出次数最多的 %d 处。".formatted(spots, MOST_REPEATS),
            "%d places; only the %d with most cases are listed.".formatted(spots, MOST_REPEATS))
        : null;
  }

  /** The streets that somebody sees: all, or their own. */
  List<Area> seen(Viewer viewer) {
    return places.listAreas().stream()
        .filter(
            area ->
                viewer.reach().areas().isEmpty()
                    || viewer.reach().everything()
                    || viewer.reach().areas().contains(area.code()))
        .toList();
  }

  private String areaName(Page page, String code) {
    return places.findArea(code).map(Area::name).map(page::t).orElse(code);
  }

  private String gridName(Page page, String code) {
    return places.findGrid(code).map(Grid::name).map(page::t).orElse(code);
  }

  private String groupName(Page page, String id) {
    Text name = categories.listGroups().get(id);
    return name == null ? id : page.t(name);
  }
}
