package org.yiwang.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.page.BaseMap;
import org.yiwang.page.Marker;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;
import org.yiwang.place.Maps;
import org.yiwang.place.Metres;

/**
 * The desk's list on a map (办件地图): the same cases, for whoever walks from one to the next.
 *
 * @param cut says that not all are drawn; null where all are
 */
record DeskMap(BaseMap base, List<String> layers, List<Marker> markers, @Nullable String cut) {

  /** Draws them: the ground around the cases, or the whole district where they are far apart. */
  @Component
  static class Maker {
    private static final double NEAR = 800;
    private static final double FAR = 5000;
    private static final double AIR = 1.3;

    private final CaseFigures figures;
    private final Maps maps;
    private final int most;

    Maker(CaseFigures figures, Maps maps, @Value("${yiwang.casework.most-points:300}") int most) {
      this.figures = figures;
      this.maps = maps;
      this.most = most;
    }

    /** What this filter lists for this viewer, all pages of it; none where nothing has a place. */
    Optional<DeskMap> make(Page page, CaseFilter filter, Viewer viewer) {
      if (!maps.any()) {
        return Optional.empty();
      }
      CasePoints found = figures.points(filter, viewer, most);
      if (found.points().isEmpty()) {
        return Optional.empty();
      }
      List<Marker> markers = found.points().stream().map(point -> marker(page, point)).toList();
      return Optional.of(
          new DeskMap(ground(page, markers), maps.layers(), markers, found.cut(page)));
    }

    private static Marker marker(Page page, CasePoint of) {
      return new Marker(
          of.lon(),
          of.lat(),
          page.t(of.title()) + " " + of.number(),
          "/cases/" + of.number(),
          of.late() ? Tone.LATE : Tone.RUN);
    }

    private BaseMap ground(Page page, List<Marker> markers) {
      Envelope all = new Envelope();
      markers.forEach(marker -> all.expandToInclude(marker.lon(), marker.lat()));
      Coordinate middle = all.centre();
      double high = Metres.north(all.getHeight());
      double wide = Metres.east(all.getWidth(), middle.y);
      double metres = Math.max(NEAR, AIR * Math.max(high, wide / 1.5));
      return metres > FAR
          ? maps.whole(page.language())
          : maps.around(middle.x, middle.y, metres, page.language());
    }
  }
}
