package org.yiwang.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.yiwang.page.RefusedException;

class LocateTests {
  private final Places places = Yangpu.PLACES;

  @Test
  void knowsTheDistrictsStreetsAndGrids() {
    assertThat(places.listAreas()).hasSize(12);
    assertThat(places.listGrids()).hasSize(37);
    assertThat(places.findArea("310110009").orElseThrow().name().zh()).isEqualTo("四平路街道");
    assertThat(places.findArea("nowhere")).isEmpty();
    assertThat(places.findGrid("nowhere")).isEmpty();
  }

  @Test
  void everyStreetsInnerPointLiesInThatStreetAndInOneOfItsGrids() {
    for (Area area : places.listAreas()) {
      Point inside = area.shape().getInteriorPoint();
      Location location = places.locate(inside.getX(), inside.getY()).orElseThrow();
      assertThat(location.area()).isEqualTo(area);
      assertThat(Objects.requireNonNull(location.grid()).area()).isEqualTo(area.code());
      assertThat(location.assumed()).isFalse();
      assertThat(location.nearby().zh()).isNotBlank();
    }
  }

  @Test
  void anAddressInTheWordsOfALandmarkIsReadInBothLanguagesAndAnyOtherAsItWasLeft() {
    assertThat(places.inWords("地铁五角场站").en()).isEqualTo("Wujiaochang Metro Station");
    assertThat(places.inWords("近波阳公园（波阳路200号）").en()).isEqualTo("near Boyang Park (波阳路200号)");
    assertThat(places.inWords("near Boyang Park (波阳路200号)").zh()).isEqualTo("近波阳公园（波阳路200号）");
    assertThat(places.inWords("鞍山四村三弄").en()).isEqualTo("鞍山四村三弄");
  }

  @Test
  void everyGridsInnerPointLiesInThatGrid() {
    for (Grid grid : places.listGrids()) {
      Point inside = grid.shape().getInteriorPoint();
      assertThat(places.locate(inside.getX(), inside.getY()).orElseThrow().grid()).isEqualTo(grid);
    }
  }

  @Test
  void aPointOnABorderAlwaysBelongsToTheSameStreetAndToAGridOfIt() {
    for (Area area : places.listAreas()) {
      for (Coordinate corner : area.shape().getCoordinates()) {
        Location once = places.locate(corner.x, corner.y).orElseThrow();
        assertThat(places.locate(corner.x, corner.y)).contains(once);
        assertThat(once.area().code()).isLessThanOrEqualTo(area.code());
        assertThat(Objects.requireNonNull(once.grid()).area()).isEqualTo(once.area().code());
      }
    }
  }

  @Test
  void agreesWithASlowLookThroughAllStreets() {
    Random random = new Random(42);
    Envelope bounds = Yangpu.GROUND.outline().getEnvelopeInternal();
    for (int i = 0; i < 2_000; i++) {
      double lon = bounds.getMinX() + random.nextDouble() * bounds.getWidth();
      double lat = bounds.getMinY() + random.nextDouble() * bounds.getHeight();
      Point point = GeoJson.WGS84.createPoint(new Coordinate(lon, lat));
      Optional<Area> expected =
          places.listAreas().stream().filter(area -> area.shape().covers(point)).findFirst();
      Optional<Location> found = places.locate(lon, lat);
      if (expected.isPresent() || !Yangpu.GROUND.outline().covers(point)) {
        assertThat(found.map(Location::area)).isEqualTo(expected);
      } else {
        assertThat(found.orElseThrow().assumed()).isTrue();
      }
    }
  }

  @Test
  void aPointBetweenTheKnownOutlinesGoesToTheNearestStreetAndSaysSo() {
    Places squares = Squares.places();
    Location west = squares.locate(0.0112, 0.01).orElseThrow();
    assertThat(west.area().code()).isEqualTo("west");
    assertThat(west.assumed()).isTrue();
    assertThat(Objects.requireNonNull(west.grid()).code()).isEqualTo("west-1");
    Location east = squares.locate(0.0118, 0.01).orElseThrow();
    assertThat(east.area().code()).isEqualTo("east");
    assertThat(east.grid()).isNull();
    assertThat(squares.locate(0.0201, 0.01)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"121.4737, 31.2304", "0, 0", "-122.4194, 37.7749", "121.52, -31.29"})
  void elsewhereIsNotInTheDistrict(double lon, double lat) {
    assertThat(places.locate(lon, lat)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 31.29, lon",
    "121.5, NaN, lon",
    "Infinity, 31, lon",
    "181, 31, lon",
    "121.5, 90.001, lon",
    "31.29, 121.5, lat"
  })
  void positionsOffThePlanetAreRefused(double lon, double lat, String field) {
    assertThatThrownBy(() -> places.locate(lon, lat))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              var refusal = refused.refusals().getFirst();
              assertThat(refusal.code()).isEqualTo("position-impossible");
              assertThat(refusal.field()).isEqualTo(field);
            });
  }

  @Test
  void listsLandmarksNearestFirst() {
    List<Landmark> near = places.near(121.51007, 31.29974, 10);
    assertThat(near).hasSize(10);
    assertThat(near.getFirst().name().zh()).isEqualTo("地铁五角场站");
    assertThat(places.near(121.51007, 31.29974, 100_000)).hasSizeGreaterThan(150);
    assertThat(places.near(121.51, 31.29, 0)).isEmpty();
    assertThat(places.near(0, 0, 3)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aDistrictWithoutPlacesHasNone() {
    Places none = new PackPlaces(Ground.none(), PlacesDefinition.STREET, List.of(), List.of());
    assertThat(none.locate(121.5, 31.2)).isEmpty();
    assertThat(none.listAreas()).isEmpty();
    assertThat(none.search("四平路", 5)).isEmpty();
    assertThat(none.near(121.5, 31.2, 3)).isEmpty();
  }
}
