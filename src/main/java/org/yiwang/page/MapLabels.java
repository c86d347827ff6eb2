package org.yiwang.page;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Which names of a drawn map are written (地图注记): those that touch nothing, the first come first. On
 * a narrow screen letters are larger in proportion, so that fewer find room.
 */
final class MapLabels {
  /** As {@code .map-names text} in the stylesheet, on a wide frame and on a narrow one. */
  private static final double WIDE = 17;

  private static final double NARROW = 26;

  private final List<Envelope> wide = new ArrayList<>();
  private final List<Envelope> narrow = new ArrayList<>();
  private final double width;
  private final double height;

  MapLabels(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** Nothing is written here: a pin stands on it. */
  void keepFree(double x, double y) {
    Envelope pin = new Envelope(x - 24, x + 24, y - 40, y + 6);
    wide.add(pin);
    narrow.add(pin);
  }

  /** The path with its name, without it, or with one for wide frames alone. */
  BaseMap.Path fitted(BaseMap.Path path) {
    String label = path.label();
    if (label == null) {
      return path;
    }
    if (!takes(wide, around(path, label, WIDE))) {
      return path.labelled(null, false);
    }
    return path.labelled(label, !takes(narrow, around(path, label, NARROW)));
  }

  private boolean takes(List<Envelope> taken, Envelope place) {
    boolean free =
        new Envelope(0, width, 0, height).contains(place)
            && taken.stream().noneMatch(other -> other.intersects(place));
    if (free) {
      taken.add(place);
    }
    return free;
  }

  private static Envelope around(BaseMap.Path path, String label, double size) {
    double half = size / 2 * label.codePoints().mapToDouble(MapLabels::ems).sum();
    return new Envelope(
        path.x() - half, path.x() + half, path.y() - size * 0.6, path.y() + size * 0.6);
  }

  private static double ems(int letter) {
    return Character.isIdeographic(letter) ? 1 : 0.55;
  }
}
