package org.yiwang.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A district as its pack describes it (辖区包): read once at start, immutable afterwards. */
public interface District {
  /** Also the name of the district's folder and of its database schema. */
  String id();

  DistrictDefinition definition();

  /** Ids of the applications that passed their checks and run. */
  List<String> applications();

  /** All definitions of one type, district's first, then by application and file name. */
  <T> List<Defined<T>> list(DefinitionType<T> type);

  default <T> Optional<Defined<T>> find(DefinitionType<T> type, String id) {
    return list(type).stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** Applications that were refused, each with its problems; the others run. */
  default Map<String, List<Problem>> refused() {
    return Map.of();
  }

  /** A data file that a definition names (GeoJSON, CSV …), inside the district's folder. */
  Path file(String relativePath);
}
