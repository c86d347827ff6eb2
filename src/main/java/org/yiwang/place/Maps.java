package org.yiwang.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Language;
import org.yiwang.page.BaseMap;
import org.yiwang.page.BaseMap.Shape;

/**
 * Drawings of the district's ground (底图) for pages: the whole of it, or what lies around a place.
 */
@Component
public class Maps {
  private final Ground ground;
  private final Map<Language, BaseMap> whole = new ConcurrentHashMap<>();
  private final List<String> layers;

  Maps(Ground ground) {
    this.ground = ground;
    List<String> ids = new ArrayList<>(List.of("areas", "grids"));
    ground.layers().forEach(layer -> ids.add(layer.definition().id()));
    ids.add("outline");
    this.layers = ids.stream().map(id -> "/place/layers/" + id + ".geojson").toList();
  }

  /** Whether the district's pack has a ground at all. */
  public boolean any() {
    return !ground.outline().isEmpty();
  }

  /** The whole district, with the streets' names. */
  public BaseMap whole(Language language) {
    return whole.computeIfAbsent(language, l -> BaseMap.of(shapes(l, false)));
  }

  /** What lies around a position, half as many metres up and down. */
  public BaseMap around(double lon, double lat, double metres, Language language) {
    return BaseMap.around(lon, lat, metres / 2, shapes(language, true));
  }

  /** Addresses of the layers for maps that move, in the order they are painted. */
  public List<String> layers() {
    return layers;
  }

  private List<Shape> shapes(Language language, boolean grids) {
    List<Shape> shapes = new ArrayList<>();
    ground.areas().forEach(a -> shapes.add(new Shape("area", a.name().in(language), a.shape())));
    if (grids) {
      ground.grids().forEach(g -> shapes.add(new Shape("grid", null, g.shape())));
    }
    ground.layers().stream()
        .sorted(Comparator.comparing(layer -> layer.definition().style()))
        .forEach(
            layer ->
                layer.features().forEach(f -> shapes.add(new Shape(look(layer), null, f.shape()))));
    shapes.add(new Shape("outline", null, ground.outline()));
    return shapes;
  }

  /** The word by which the stylesheet paints a layer. */
  private static String look(Ground.Layer layer) {
    return switch (layer.definition().style()) {
      case RAIL -> "metro";
      case ROAD -> "elevated";
      default -> layer.definition().style().name().toLowerCase(Locale.ROOT);
    };
  }
}
