package org.yiwang.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.yiwang.pack.Text;
import org.yiwang.place.PlacesDefinition.LayerDefinition;
import org.yiwang.place.PlacesDefinition.NamedFile;

/**
 * The geographic files of a district as read (地理底数).
 *
 * @param outline the district; empty geometry when the pack has no places
 * @param areas by code
 * @param grids by code
 * @param plane the flat picture that all of them are drawn on
 */
record Ground(
    Geometry outline,
    List<Feature> outlineFeatures,
    List<Feature> areas,
    List<Feature> grids,
    List<Layer> layers,
    List<Text> credits,
    LocalPlane plane) {

  /** One layer of the base map with its features. */
  record Layer(LayerDefinition definition, List<Feature> features) {}

  static Ground read(PlacesDefinition definition, Function<String, Path> pack) {
    List<Feature> outline = GeoJson.read(pack.apply(definition.outline().file().path()));
    Geometry whole =
        GeoJson.WGS84.buildGeometry(outline.stream().map(Feature::shape).toList()).union();
    List<Layer> layers = new ArrayList<>();
    for (LayerDefinition layer : definition.layers()) {
      layers.add(new Layer(layer, GeoJson.read(pack.apply(layer.file().path()))));
    }
    return new Ground(
        whole,
        outline,
        byCode(definition.areas(), pack),
        definition.grids() == null ? List.of() : byCode(definition.grids(), pack),
        List.copyOf(layers),
        definition.credits(),
        new LocalPlane(whole.getEnvelopeInternal()));
  }

  /** The ground of a pack that is about no place: a club, a hotline. */
  static Ground none() {
    LocalPlane plane = new LocalPlane(new Envelope(0, 1, 0, 1));
    Geometry nothing = GeoJson.WGS84.createPolygon();
    return new Ground(nothing, List.of(), List.of(), List.of(), List.of(), List.of(), plane);
  }

  private static List<Feature> byCode(NamedFile file, Function<String, Path> pack) {
    return GeoJson.read(pack.apply(file.file().path())).stream()
        .sorted(Comparator.comparing(feature -> feature.words("code")))
        .toList();
  }
}
