package org.yiwang.place;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Source;

/** Landmarks and committees stand near the district and in streets that exist. */
final class LandmarkCheck implements PackCheck {
  /** A landmark across the border helps people too; one in another city does not: about 5 km. */
  private static final double MARGIN_DEGREES = 0.05;

  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<PlacesDefinition> defined : pack.list(PlacePackPart.PLACES)) {
      PlacesDefinition places = defined.value();
      Set<String> areas = new TreeSet<>();
      features(pack, places.areas().file().path()).forEach(area -> areas.add(area.words("code")));
      Envelope around = new Envelope();
      features(pack, places.outline().file().path())
          .forEach(f -> around.expandToInclude(f.shape().getEnvelopeInternal()));
      around.expandBy(MARGIN_DEGREES);
      Looking looking = new Looking(problems, areas, around);
      pack.list(PlacePackPart.LANDMARKS)
          .forEach(row -> looking.look(row.value().landmark(), row.source()));
      pack.list(PlacePackPart.COMMITTEES)
          .forEach(row -> looking.look(row.value().landmark(), row.source()));
      namedFileIsRead(pack, places, problems);
    }
  }

  private static List<Feature> features(PackReading pack, String file) {
    try {
      return GeoJson.read(pack.file(file));
    } catch (IllegalArgumentException e) {
      return List.of(); // GroundCheck has said so
    }
  }

  private static void namedFileIsRead(
      PackReading pack, PlacesDefinition places, Problems problems) {
    PlacesDefinition.NamedFile named = places.landmarks();
    if (named == null) {
      return;
    }
    String file = named.file().path();
    if (pack.list(PlacePackPart.LANDMARKS).stream()
        .noneMatch(row -> row.source().file().equals(file))) {
      problems.add(
          pack.at(named, "file"),
          "PLACE-10",
          "No landmark was read from " + file + ".",
          "Put the table at places/landmarks.csv, with at least one row.");
    }
  }

  private record Looking(Problems problems, Set<String> areas, Envelope around) {
    void look(Landmark landmark, Source source) {
      position(landmark, landmark.lon(), landmark.lat(), source);
      String area = landmark.area();
      if (area != null && !areas.isEmpty() && !areas.contains(area)) {
        problems.add(
            source,
            "PLACE-06",
            landmark.id() + " names the area " + area + ", which is not there.",
            "Name the code of an area." + problems.nearest(area, areas));
      }
    }

    private void position(
        Landmark landmark, @Nullable Double lon, @Nullable Double lat, Source source) {
      if ((lon == null) != (lat == null)) {
        problems.add(
            source,
            "PLACE-08",
            landmark.id() + " has half a position.",
            "Give both lon and lat, or neither.");
      } else if (lon != null
          && lat != null
          && (!Positions.possible(lon, lat) || !around.isNull() && !around.contains(lon, lat))) {
        problems.add(
            source,
            "PLACE-08",
            "%s stands at %s, %s, far from the district.".formatted(landmark.id(), lon, lat),
            "Write longitude in lon and latitude in lat, in WGS 84.");
      }
    }
  }
}
