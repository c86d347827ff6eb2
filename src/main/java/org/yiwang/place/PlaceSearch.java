package org.yiwang.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.pack.Text;

/** Finds a place by somebody's own words: an address by its number, all else by its name. */
final class PlaceSearch {
  private static final int LONGEST = 100;
  private static final int MOST = 50;
  private final NamedPlaces places;
  private final LandmarkIndex index;

  PlaceSearch(NamedPlaces places) {
    this.places = places;
    this.index = new LandmarkIndex(places.all());
  }

  List<Landmark> search(String words, int limit) {
    String asked = words.strip();
    asked = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
    if (asked.isEmpty() || limit < 1) {
      return List.of();
    }
    int most = Math.min(limit, MOST);
    List<Landmark> found = new ArrayList<>(byAddress(asked, most));
    List<String> ids = found.stream().map(Landmark::id).toList();
    index.search(asked, most).stream().filter(l -> !ids.contains(l.id())).forEach(found::add);
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  private List<Landmark> byAddress(String asked, int limit) {
    Optional<HouseAddress> wanted = HouseAddress.find(asked);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Numbered> sameRoad =
        places.landmarks().stream()
            .flatMap(PlaceSearch::numbered)
            .filter(known -> known.address().sameRoad(wanted.get()))
            .sorted(Comparator.comparingInt(known -> known.address().distance(wanted.get())))
            .toList();
    List<Landmark> exact =
        sameRoad.stream()
            .filter(known -> known.address().equals(wanted.get()))
            .map(Numbered::landmark)
            .limit(limit)
            .toList();
    if (!exact.isEmpty() || sameRoad.isEmpty()) {
      return exact;
    }
    Landmark nearest = sameRoad.getFirst().landmark();
    return List.of(nearest.noted(notExact(asked, nearest)));
  }

  private static Text notExact(String asked, Landmark nearest) {
    String known = Objects.requireNonNull(nearest.address());
    return Text.of(
        "没有“" + asked + "”的确切位置，这是同一条路上门牌最近的 " + known + "，请在地图上核对。",
        "The exact place of “"
            + asked
            + "” is not known. This is "
            + known
            + ", the nearest known number of the road: check it on the map.");
  }

  private record Numbered(HouseAddress address, Landmark landmark) {}

  private static Stream<Numbered> numbered(Landmark landmark) {
    String address = landmark.address();
    if (address == null || landmark.lon() == null) {
      return Stream.empty();
    }
    return HouseAddress.find(address).map(found -> new Numbered(found, landmark)).stream();
  }
}
