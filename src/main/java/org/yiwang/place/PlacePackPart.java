package org.yiwang.place;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.DefinitionType.Level;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackPart;

/** The part of a pack about the district's ground. */
@Component
final class PlacePackPart implements PackPart {
  static final DefinitionType<PlacesDefinition> PLACES =
      DefinitionType.yaml("places", Level.DISTRICT, "places.yaml", PlacesDefinition.class);
  static final DefinitionType<LandmarkRow> LANDMARKS =
      DefinitionType.csv("landmarks", Level.DISTRICT, "places/landmarks*.csv", LandmarkRow.class);
  static final DefinitionType<CommitteeRow> COMMITTEES =
      DefinitionType.csv(
          "committee-places", Level.DISTRICT, "units/committees.csv", CommitteeRow.class);

  @Override
  public List<DefinitionType<?>> types() {
    return List.of(PLACES, LANDMARKS, COMMITTEES);
  }

  @Override
  public List<PackCheck> checks() {
    return List.of(new GroundCheck(), new LandmarkCheck());
  }
}
