package org.yiwang.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Polygons by place: which cover a point, which is nearest. Safe for many threads. */
final class ShapeIndex<T> {
  private final STRtree tree = new STRtree();
  private final List<Entry<T>> entries = new ArrayList<>();
  private final LocalPlane plane;

  private record Entry<T>(int order, T value, PreparedGeometry shape, Geometry flat) {}

  /** The order of the values decides who wins on a border: the first. */
  ShapeIndex(List<T> values, Function<T, Geometry> shape, LocalPlane plane) {
    this.plane = plane;
    for (T value : values) {
      Geometry geometry = shape.apply(value);
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(geometry);
      Entry<T> entry = new Entry<>(entries.size(), value, prepared, plane.flat(geometry));
      entries.add(entry);
      tree.insert(geometry.getEnvelopeInternal(), entry);
    }
    tree.build();
  }

  /** The first of the wanted shapes that covers the point, borders included. */
  @SuppressWarnings("unchecked") // the tree holds nothing but entries
  Optional<T> covering(Point point, Predicate<T> wanted) {
    List<Entry<T>> found = tree.query(point.getEnvelopeInternal());
    return found.stream()
        .filter(entry -> wanted.test(entry.value()) && entry.shape().covers(point))
        .min(Comparator.comparingInt(Entry::order))
        .map(Entry::value);
  }

  Optional<T> nearest(Point point, Predicate<T> wanted) {
    Geometry flat = plane.flat(point);
    return entries.stream()
        .filter(entry -> wanted.test(entry.value()))
        .min(Comparator.comparingDouble(entry -> entry.flat().distance(flat)))
        .map(Entry::value);
  }
}
