package org.yiwang.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yiwang.pack.Language;
import org.yiwang.page.BaseMap;

class MapsTests {
  private final Maps maps = new PlaceBeans().maps(Yangpu.DISTRICT, Yangpu.GROUND);

  @Test
  void theWholeDistrictIsDrawnOnceForEachLanguage() {
    BaseMap whole = maps.whole(Language.EN);
    assertThat(maps.whole(Language.EN)).isSameAs(whole);
    assertThat(whole.paths()).filteredOn(path -> path.look().equals("area")).hasSize(12);
    assertThat(whole.paths())
        .filteredOn(path -> path.label() != null)
        .extracting(path -> Objects.requireNonNull(path.label()))
        .contains("Siping Road");
    assertThat(maps.whole(Language.ZH).paths()).anyMatch(path -> "四平路街道".equals(path.label()));
    assertThat(whole.paths().getLast().look()).isEqualTo("outline");
    assertThat(whole.paths().stream().mapToInt(path -> path.d().length()).sum()).isLessThan(60_000);
  }

  @Test
  void aroundAPlaceOnlyItsNeighboursAreDrawn() {
    BaseMap near = maps.around(121.51007, 31.29974, 600, Language.ZH);
    assertThat(near.paths()).filteredOn(path -> path.look().equals("area")).hasSizeBetween(1, 4);
    assertThat(near.paths()).anyMatch(path -> path.look().equals("grid"));
    assertThat(near.paths()).anyMatch(path -> path.look().equals("metro"));
  }

  @Test
  void nearMapsNameStationsLinesAndLandmarks() {
    BaseMap near = maps.around(121.51007, 31.29974, 900, Language.ZH);
    assertThat(near.paths())
        .anyMatch(path -> path.look().equals("station") && "五角场站".equals(path.label()));
    assertThat(maps.around(121.529, 31.283, 900, Language.ZH).paths())
        .anyMatch(path -> path.look().equals("landmark") && "杨浦公园".equals(path.label()));
    assertThat(maps.whole(Language.ZH).paths())
        .noneMatch(path -> path.look().equals("station") || path.look().equals("landmark"));
  }

  @Test
  void layersAreAddressedInTheOrderInWhichTheyArePainted() {
    assertThat(maps.layers())
        .containsExactly(
            "/place/layers/areas.geojson",
            "/place/layers/grids.geojson",
            "/place/layers/metro.geojson#/metro",
            "/place/layers/elevated.geojson#/elevated",
            "/place/layers/outline.geojson",
            "/place/layers/landmarks.geojson");
  }
}
