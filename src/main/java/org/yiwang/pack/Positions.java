package org.yiwang.pack;

import java.util.IdentityHashMap;
import java.util.Map;

/** Where everything bound stands, by identity: two equal records may stand on different lines. */
final class Positions {
  private record Place(Source source, Map<String, Source> keys) {}

  private final Map<Object, Place> places = new IdentityHashMap<>();

  void put(Object bound, Source source) {
    places.put(bound, new Place(source, Map.of()));
  }

  void put(Object bound, Source source, Map<String, Source> keys) {
    places.put(bound, new Place(source, keys));
  }

  /**
   * @throws IllegalArgumentException for what was not bound by this reading
   */
  Source at(Object bound) {
    return place(bound).source();
  }

  /** Where the key stands, or the record when the key is absent or the record is a row. */
  Source at(Object bound, String key) {
    Place place = place(bound);
    return place.keys().getOrDefault(key, place.source());
  }

  private Place place(Object bound) {
    Place place = places.get(bound);
    if (place == null) {
      throw new IllegalArgumentException(
          "Not bound from this pack, or copied since: " + bound.getClass().getName());
    }
    return place;
  }
}
