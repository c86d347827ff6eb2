package org.yiwang.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.page.BaseMap;
import org.yiwang.page.Marker;
import org.yiwang.page.Tone;

/**
 * The wall as it is drawn.
 *
 * @param at when it was counted, with the date
 * @param time the same without the date
 * @param counted when it was counted, milliseconds of the epoch
 * @param map null where the district has no ground
 * @param cut says that not all open cases are on the map; null where all are
 * @param listHref the list of all open cases
 * @param invented whether some of what was counted is invented for the demo
 * @param exceptions the open cases that are late the longest, then those due first
 */
record WallView(
    String says,
    Tone tone,
    String at,
    String time,
    long counted,
    List<BoardFigure> figures,
    @Nullable BaseMap map,
    List<Marker> markers,
    @Nullable String cut,
    String listHref,
    List<Line> exceptions,
    boolean invented) {

  /** One open case among those due first. */
  record Line(String number, String title, String place, String unit, String due, Tone tone) {}

  /** Only one tile of it: a figure, {@code map} or {@code exceptions}. */
  WallView only(String tile) {
    return new WallView(
        says,
        tone,
        at,
        time,
        counted,
        figures.stream().filter(figure -> figure.id().equals(tile)).toList(),
        tile.equals("map") ? map : null,
        tile.equals("map") ? markers : List.of(),
        cut,
        listHref,
        tile.equals("exceptions") ? exceptions : List.of(),
        invented);
  }

  /**
   * Whether what stands first is late; by when it is due it stands there, not by how grave it is.
   */
  boolean anyLate() {
    return !exceptions.isEmpty() && exceptions.getFirst().tone() == Tone.LATE;
  }

  boolean empty() {
    return figures.isEmpty() && map == null && exceptions.isEmpty();
  }
}
