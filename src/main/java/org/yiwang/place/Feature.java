package org.yiwang.place;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.yiwang.pack.Text;
import tools.jackson.databind.JsonNode;

/** One feature of a GeoJSON file: a shape with properties. */
record Feature(JsonNode properties, Geometry shape) {
  /**
   * @return the words of a property; empty when it is absent
   */
  String words(String property) {
    return properties.path(property).asString("").strip();
  }

  @Nullable String wordsOrNull(String property) {
    String words = words(property);
    return words.isEmpty() ? null : words;
  }

  boolean isTrue(String property) {
    return properties.path(property).asBoolean(false);
  }

  Text name() {
    return Text.of(words("name_zh"), words("name_en"));
  }

  Area area() {
    JsonNode population = properties.path("population");
    return new Area(
        words("code"),
        name(),
        wordsOrNull("unit"),
        isTrue("approximate"),
        shape,
        properties.path("area_km2").asDouble(0),
        population.isNumber() ? population.longValue() : null);
  }

  Grid grid() {
    return new Grid(words("code"), name(), words("area"), isTrue("derived"), shape);
  }
}
