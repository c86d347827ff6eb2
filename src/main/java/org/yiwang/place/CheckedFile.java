package org.yiwang.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Source;

/**
 * One geographic file while it is checked.
 *
 * @param name relative to the pack's folder
 * @param lines its text, to point at the line where a feature stands
 * @param features empty when the file could not be read, which has been reported
 */
record CheckedFile(String name, List<String> lines, List<Feature> features, Problems problems) {
  /** How far a border drawn by hand may leave the outline: about a kilometre. */
  private static final double MARGIN_DEGREES = 0.01;

  /** The part of a grid that has to lie in its street. */
  private static final double INSIDE = 0.9;

  static CheckedFile read(PackReading pack, Problems problems, String name) {
    Path file = pack.file(name);
    try {
      return new CheckedFile(name, Files.readAllLines(file), GeoJson.read(file), problems);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          new Source(name, 1),
          "PLACE-01",
          String.valueOf(e.getMessage()),
          "Give a GeoJSON feature collection in WGS 84.");
      return new CheckedFile(name, List.of(), List.of(), problems);
    }
  }

  Envelope bounds() {
    Envelope bounds = new Envelope();
    features.forEach(feature -> bounds.expandToInclude(feature.shape().getEnvelopeInternal()));
    return bounds;
  }

  void need(String... properties) {
    for (Feature feature : features) {
      for (String property : properties) {
        if (feature.words(property).isEmpty()) {
          report(
              feature,
              "PLACE-02",
              label(feature) + " lacks the property " + property + ".",
              "Add it to the feature's properties.");
        }
      }
    }
  }

  void needPolygons() {
    for (Feature feature : features) {
      Geometry shape = feature.shape();
      IsValidOp valid = new IsValidOp(shape);
      if (!(shape instanceof Polygonal) || shape.isEmpty()) {
        report(feature, "PLACE-03", label(feature) + " is no polygon.", "Draw it as a polygon.");
      } else if (!valid.isValid()) {
        Coordinate at = valid.getValidationError().getCoordinate();
        report(
            feature,
            "PLACE-03",
            "The outline of %s is not valid at %.5f, %.5f: %s."
                .formatted(label(feature), at.x, at.y, valid.getValidationError().getMessage()),
            "Mend the polygon there.");
      }
    }
  }

  void needDifferentCodes() {
    Set<String> codes = new HashSet<>();
    for (Feature feature : features) {
      String code = feature.words("code");
      if (!code.isEmpty() && !codes.add(code)) {
        report(feature, "PLACE-05", "The code " + code + " is used twice.", "Give each its own.");
      }
    }
  }

  void needWithin(Envelope district) {
    Envelope around = new Envelope(district);
    around.expandBy(MARGIN_DEGREES);
    for (Feature feature : features) {
      if (!district.isNull() && !around.contains(feature.shape().getEnvelopeInternal())) {
        outside(feature);
      }
    }
  }

  void needTouching(Envelope district) {
    boolean touching =
        features.stream().anyMatch(f -> f.shape().getEnvelopeInternal().intersects(district));
    if (!features.isEmpty() && !district.isNull() && !touching) {
      outside(features.getFirst());
    }
  }

  private void outside(Feature feature) {
    Coordinate at = feature.shape().getEnvelopeInternal().centre();
    report(
        feature,
        "PLACE-04",
        "%s lies outside the district's outline, around %.3f, %.3f."
            .formatted(label(feature), at.x, at.y),
        "Write longitude before latitude, in WGS 84, and check the outline.");
  }

  void needIn(CheckedFile areas) {
    Map<String, Feature> byCode =
        areas.features.stream()
            .collect(Collectors.toMap(f -> f.words("code"), Function.identity(), (a, b) -> a));
    for (Feature grid : features) {
      Feature area = byCode.get(grid.words("area"));
      if (area == null) {
        report(
            grid,
            "PLACE-06",
            label(grid) + " names the area " + grid.words("area") + ", which is not there.",
            "Name the code of an area." + problems.nearest(grid.words("area"), byCode.keySet()));
      } else if (grid.shape().isValid() && area.shape().isValid() && !mostlyIn(grid, area)) {
        report(
            grid,
            "PLACE-07",
            label(grid) + " does not lie in its area " + grid.words("area") + ".",
            "Name the area that it lies in, or mend its outline.");
      }
    }
  }

  private static boolean mostlyIn(Feature grid, Feature area) {
    double inside = grid.shape().intersection(area.shape()).getArea();
    return inside >= INSIDE * grid.shape().getArea();
  }

  private String label(Feature feature) {
    String code = feature.words("code");
    return code.isEmpty() ? "Feature " + (features.indexOf(feature) + 1) : code;
  }

  private void report(Feature feature, String check, String what, String todo) {
    problems.add(new Source(name, line(feature)), check, what, todo);
  }

  /** Where the feature's code stands in the file; 1 when it has none. */
  private int line(Feature feature) {
    String code = feature.words("code");
    if (code.isEmpty()) {
      return 1;
    }
    long before =
        features.subList(0, features.indexOf(feature)).stream()
            .filter(earlier -> earlier.words("code").equals(code))
            .count();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains("\"" + code + "\""))
        .skip(before)
        .map(i -> i + 1)
        .findFirst()
        .orElse(1);
  }
}
