package org.yiwang.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.yiwang.pack.Text;

/**
 * The ground of a map (底图), drawn once as SVG paths and kept by whoever owns the shapes. Drawn on
 * the server, so that a map is there without any script.
 *
 * @param west bounds in WGS 84 degrees
 * @param height of the drawing; its width is {@link #WIDTH}
 * @param paths in the order they are painted
 * @param credits whom the shapes come from, shown below the map
 */
public record BaseMap(
    double west,
    double south,
    double east,
    double north,
    int height,
    List<Path> paths,
    List<Text> credits) {
  /** Width of every drawing in its own units. */
  public static final int WIDTH = 800;

  /**
   * A shape to draw.
   *
   * @param look {@code water}, {@code area}, {@code grid}, {@code outline}, {@code metro}, {@code
   *     elevated}, {@code road}, {@code station}, {@code landmark}: how the stylesheet paints it
   * @param label written in its middle, or below a point, where there is room; null for none
   */
  public record Shape(String look, @Nullable String label, Geometry geometry) {}

  /**
   * A shape as drawn: SVG path data, and where its label stands.
   *
   * @param roomy whether the label needs a wide frame
   */
  public record Path(
      String look, String d, @Nullable String label, double x, double y, boolean roomy) {
    Path labelled(@Nullable String words, boolean wide) {
      return new Path(look, d, words, x, y, wide);
    }
  }

  /** All of the shapes, with a little air around them. */
  public static BaseMap of(List<Shape> shapes) {
    Envelope all = new Envelope();
    shapes.forEach(shape -> all.expandToInclude(shape.geometry().getEnvelopeInternal()));
    all.expandBy(all.getWidth() * 0.03, all.getHeight() * 0.03);
    return MapDrawing.draw(all, shapes, false);
  }

  /** What lies around a point where a pin will stand, three wide to two high. */
  public static BaseMap around(double lon, double lat, double metres, List<Shape> shapes) {
    double up = metres / 111_320;
    double across = 1.5 * up / Math.cos(Math.toRadians(lat));
    return MapDrawing.draw(
        new Envelope(lon - across, lon + across, lat - up, lat + up), shapes, true);
  }

  /** The same ground with the attributions of what is drawn. */
  public BaseMap crediting(List<Text> sources) {
    return new BaseMap(west, south, east, north, height, paths, sources);
  }

  /** Left to right in the drawing's units. */
  public double x(double lon) {
    return WIDTH * (lon - west) / (east - west);
  }

  /** Top to bottom in the drawing's units. */
  public double y(double lat) {
    return height * (north - lat) / (north - south);
  }

  boolean shows(Marker marker) {
    return marker.lon() >= west
        && marker.lon() <= east
        && marker.lat() >= south
        && marker.lat() <= north;
  }
}
