package org.yiwang.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Maps drawn by the server. */
class MapTests {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private static BaseMap.Shape square(double west, double south, double east, double north) {
    return new BaseMap.Shape(
        "area", "S", SHAPES.toGeometry(new Envelope(west, east, south, north)));
  }

  @Test
  void northIsUpAndADegreeOfLongitudeIsShorter() {
    BaseMap map = BaseMap.of(List.of(square(121.4, 31.2, 121.6, 31.4)));
    assertThat(map.y(31.4)).isLessThan(map.y(31.2));
    assertThat(map.x(121.4)).isLessThan(map.x(121.6));
    assertThat(map.height()).isBetween(930, 940);
  }

  @Test
  void pointsNobodyCouldSeeAreLeftOut() {
    Coordinate[] wobbly =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Coordinate(121.4 + i * 0.00002, 31.3 + (i % 2) * 0.00001))
            .toArray(Coordinate[]::new);
    BaseMap map =
        BaseMap.of(
            List.of(
                new BaseMap.Shape("road", null, SHAPES.createLineString(wobbly)),
                square(121.4, 31.2, 121.6, 31.4)));
    assertThat(map.paths().getFirst().d().length()).isLessThan(100);
  }

  @Test
  void whatLiesOutsideIsNotDrawn() {
    BaseMap map =
        BaseMap.around(
            121.5, 31.3, 500, List.of(square(121.4, 31.2, 121.6, 31.4), square(100, 20, 101, 21)));
    assertThat(map.paths()).hasSize(1);
    assertThat(map.paths().getFirst().d().length()).isLessThan(80);
  }

  @Test
  void namesThatWouldTouchAreLeftOutAndThePinKeepsItsPlace() {
    BaseMap map =
        BaseMap.around(
            121.5,
            31.3,
            500,
            List.of(
                named("Behind the pin", 121.5, 31.30025),
                named("First come", 121.503, 31.302),
                named("Second come", 121.503, 31.30201),
                named("A name for wide frames", 121.503, 31.30155)));
    assertThat(map.paths()).hasSize(4);
    assertThat(map.paths())
        .filteredOn(path -> path.label() != null)
        .extracting(BaseMap.Path::label, BaseMap.Path::roomy)
        .containsExactly(tuple("First come", false), tuple("A name for wide frames", true));
  }

  private static BaseMap.Shape named(String name, double lon, double lat) {
    return new BaseMap.Shape("landmark", name, SHAPES.createPoint(new Coordinate(lon, lat)));
  }

  @Test
  void markersTooNearAreOneWithTheMostUrgentColour() {
    BaseMap map = BaseMap.of(List.of(square(121.4, 31.2, 121.6, 31.4)));
    List<Cluster> clusters =
        Cluster.of(
            map,
            List.of(
                new Marker(121.45, 31.3, "a", null, Tone.RUN),
                new Marker(121.4501, 31.3, "b", null, Tone.LATE),
                new Marker(121.58, 31.22, "c", null, Tone.DONE),
                new Marker(0, 0, "off the map", null, Tone.LATE)));
    assertThat(clusters).extracting(c -> c.markers().size()).containsExactly(2, 1);
    assertThat(clusters.getFirst().tone()).isEqualTo(Tone.LATE);
  }
}
