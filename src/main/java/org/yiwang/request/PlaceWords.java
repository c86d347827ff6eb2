package org.yiwang.request;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.place.Landmark;
import org.yiwang.place.Location;
import org.yiwang.place.Places;

/** Says in words where something is, so that nobody needs the map to check it. */
@Component
class PlaceWords {
  private final Places places;

  PlaceWords(Places places) {
    this.places = places;
  }

  /** "四平路街道，彰武路 100 号，近同济大学". */
  String of(Page page, RequestPlace place) {
    Optional<Location> location =
        place.lon() == null || place.lat() == null
            ? Optional.empty()
            : places.locate(place.lon(), place.lat());
    String area =
        location
            .map(found -> page.t(found.area().name()))
            .or(() -> Optional.ofNullable(place.area()).map(code -> area(page, code)))
            .orElse("");
    String near = location.map(found -> page.t(found.nearby())).orElse("");
    String address = place.address() == null ? "" : page.t(places.inWords(place.address()));
    boolean said = !address.isBlank() && near.contains(address); // "near X" beside "X" says nothing
    return Stream.of(area, address, said ? "" : near)
        .filter(words -> !words.isEmpty())
        .distinct()
        .collect(Collectors.joining(page.t("，", ", ")));
  }

  /** An address in the reader's language where the ground knows it in that. */
  String address(Page page, String address) {
    return page.t(places.inWords(address));
  }

  Choice choice(Page page, Landmark mark) {
    String note =
        Stream.of(
                mark.address() == null ? "" : mark.address(),
                mark.area() == null ? "" : area(page, mark.area()),
                mark.note() == null ? "" : page.t(mark.note()))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" · "));
    return new Choice(mark.id(), page.t(mark.name()), note.isEmpty() ? null : note);
  }

  String area(Page page, String code) {
    return places.findArea(code).map(found -> page.t(found.name())).orElse("");
  }
}
