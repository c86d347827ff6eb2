package org.yiwang.place;

import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.place.PlacesDefinition.LayerDefinition;
import org.yiwang.place.PlacesDefinition.NamedFile;

/** The geographic files can be read, lie in the district, and grids lie in their streets. */
final class GroundCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<PlacesDefinition> defined : pack.list(PlacePackPart.PLACES)) {
      new Looking(pack, problems, defined.value()).look();
    }
  }

  private record Looking(PackReading pack, Problems problems, PlacesDefinition places) {
    void look() {
      CheckedFile outline = file(places.outline());
      outline.needPolygons();
      CheckedFile areas = file(places.areas());
      areas.needPolygons();
      areas.need("code", "name_zh", "name_en");
      areas.needDifferentCodes();
      areas.needWithin(outline.bounds());
      if (places.grids() != null) {
        CheckedFile grids = file(places.grids());
        grids.needPolygons();
        grids.need("code", "name_zh", "name_en", "area");
        grids.needDifferentCodes();
        grids.needWithin(outline.bounds());
        grids.needIn(areas);
      }
      layers(outline.bounds());
    }

    private CheckedFile file(NamedFile named) {
      return CheckedFile.read(pack, problems, named.file().path());
    }

    private void layers(Envelope bounds) {
      Set<String> ids = new HashSet<>(LayerFiles.BUILT_IN);
      for (LayerDefinition layer : places.layers()) {
        if (!ids.add(layer.id()) || !layer.id().matches("[a-z][a-z0-9-]*")) {
          problems.add(
              pack.at(layer, "id"),
              "PLACE-09",
              "The layer id \"" + layer.id() + "\" is taken or cannot stand in an address.",
              "Choose another one of small letters, digits and hyphens; taken are "
                  + String.join(", ", ids.stream().sorted().toList())
                  + ".");
        }
        CheckedFile.read(pack, problems, layer.file().path()).needTouching(bounds);
      }
    }
  }
}
