package org.yiwang.place;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** A district of squares with a gap between two streets, to test what real ground rarely shows. */
final class Squares {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Squares() {}

  /** West from 0 to 0.010, east from 0.013 to 0.020 degrees, in an outline from 0 to 0.020. */
  static Places places() {
    Geometry whole = square(0, 0.020);
    List<Feature> areas =
        List.of(
            feature(Map.of("code", "east"), square(0.013, 0.020)),
            feature(Map.of("code", "west"), square(0, 0.010)));
    List<Feature> grids =
        List.of(feature(Map.of("code", "west-1", "area", "west"), square(0, 0.004)));
    Ground ground =
        new Ground(
            whole,
            List.of(feature(Map.of(), whole)),
            areas,
            grids,
            List.of(),
            List.of(),
            new LocalPlane(whole.getEnvelopeInternal()));
    return new PackPlaces(ground, PlacesDefinition.STREET, List.of(), List.of());
  }

  private static Feature feature(Map<String, String> properties, Geometry shape) {
    return new Feature(JSON.valueToTree(properties), shape);
  }

  private static Geometry square(double west, double east) {
    return GeoJson.WGS84.toGeometry(new Envelope(west, east, 0, 0.020));
  }
}
