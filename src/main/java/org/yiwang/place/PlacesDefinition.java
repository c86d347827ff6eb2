package org.yiwang.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.PackFile;
import org.yiwang.pack.Text;

/**
 * {@code places.yaml}: which files hold the district's ground. All positions are WGS 84.
 *
 * @param outline GeoJSON with one polygon: the district
 * @param areas GeoJSON with one polygon a street: code, name_zh, name_en, unit, approximate,
 *     population, area_km2
 * @param areasCalled what people call such an area; Street if left out
 * @param grids GeoJSON with one polygon a grid: code, name_zh, name_en, area, derived
 * @param landmarks a table {@code places/landmarks*.csv}
 * @param layers lines and points of the base map, drawn in this order
 * @param credits attributions shown on maps
 */
record PlacesDefinition(
    NamedFile outline,
    NamedFile areas,
    @Nullable Text areasCalled,
    @Nullable NamedFile grids,
    @Nullable NamedFile landmarks,
    List<LayerDefinition> layers,
    List<Text> credits) {

  static final Text STREET = Text.of("街道", "Street");

  /** What a district without another word calls its areas. */
  Text areaWord() {
    return areasCalled == null ? STREET : areasCalled;
  }

  /** A file, relative to the district's folder. */
  record NamedFile(PackFile file) {}

  /**
   * One layer of the base map.
   *
   * @param id appears in the layer's address, {@code /place/layers/ID.geojson}
   * @param file GeoJSON; its features carry name_zh and name_en
   * @param name what the layer shows
   * @param style how it is drawn: {@code rail}, {@code road} or {@code water}
   */
  record LayerDefinition(String id, PackFile file, Text name, Style style) {}

  /** How a layer is drawn. */
  enum Style {
    RAIL,
    ROAD,
    WATER
  }
}
