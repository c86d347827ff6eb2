package org.yiwang.request;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Language;
import org.yiwang.page.BaseMap;
import org.yiwang.place.Places;

/** The streets of the district as the ground under a pin; drawn once for each language. */
@Component
class GroundMap {
  /** Layers of the map that moves. */
  static final List<String> LAYERS =
      List.of(
          "/place/layers/areas.geojson",
          "/place/layers/elevated.geojson",
          "/place/layers/metro.geojson",
          "/place/layers/outline.geojson");

  private final Places places;
  private final Map<Language, BaseMap> drawn = new ConcurrentHashMap<>();

  GroundMap(Places places) {
    this.places = places;
  }

  BaseMap of(Language language) {
    return drawn.computeIfAbsent(language, this::draw);
  }

  private BaseMap draw(Language language) {
    return BaseMap.of(
        places.listAreas().stream()
            .map(area -> new BaseMap.Shape("area", area.name().in(language), area.shape()))
            .toList());
  }
}
