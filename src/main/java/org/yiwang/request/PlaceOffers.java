package org.yiwang.request;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.place.Area;
import org.yiwang.place.Landmark;
import org.yiwang.place.Places;

/**
 * What somebody's words may mean on the ground (地点候选): landmarks and addresses to choose from, and
 * the streets for whoever finds theirs among none of them.
 */
@Component
class PlaceOffers {
  private static final int MOST = 8;
  private static final Pattern SIGN =
      Pattern.compile("\\p{IsHan}|\\d+|[^\\W\\d_]+", Pattern.UNICODE_CHARACTER_CLASS);
  private final Places places;
  private final PlaceWords placeWords;

  PlaceOffers(Places places, PlaceWords placeWords) {
    this.places = places;
    this.placeWords = placeWords;
  }

  /** What fits the words, best first; nothing where there are none. */
  List<Landmark> found(String words) {
    return words.isEmpty() ? List.of() : places.search(words, MOST);
  }

  List<Choice> choices(Page page, List<Landmark> found) {
    return found.stream().map(mark -> placeWords.choice(page, mark)).toList();
  }

  /** The streets, for whoever finds theirs among none of them. */
  List<Choice> areas(Page page) {
    return places.listAreas().stream()
        .map(area -> Choice.of(area.code(), page.t(area.name())))
        .toList();
  }

  /**
   * The one that is certainly meant, if it is one: its name or address is what was said, or it
   * alone has every sign of the words in it. A similar road is not chosen for anybody, since a case
   * goes where it lies.
   */
  static @Nullable String certain(String words, List<Landmark> found) {
    List<String> said = signs(words);
    if (found.isEmpty() || said.isEmpty()) {
      return null;
    }
    List<Landmark> fit = found.stream().filter(mark -> fits(mark, said)).toList();
    Landmark first = found.getFirst();
    boolean named =
        first.note() == null && names(first).map(PlaceOffers::signs).anyMatch(said::equals);
    return named || fit.size() == 1 ? (named ? first : fit.getFirst()).id() : null;
  }

  /** A note says that the place is only near the one that was said. */
  private static boolean fits(Landmark mark, List<String> said) {
    return mark.note() == null && names(mark).anyMatch(name -> signs(name).containsAll(said));
  }

  private static Stream<String> names(Landmark mark) {
    String address = mark.address() == null ? "" : mark.address();
    return Stream.of(mark.name().zh(), mark.name().en(), address);
  }

  /** The Chinese characters, the numbers and the Latin words, in small letters. */
  private static List<String> signs(String words) {
    return SIGN.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** The place chosen among those that the words find. */
  Optional<RequestPlace> pick(Page page, String words, @Nullable String id) {
    return found(words).stream()
        .filter(mark -> mark.id().equals(id))
        .findFirst()
        .map(mark -> place(page, mark));
  }

  /** Somewhere in a street, where nobody but the words says. */
  Optional<RequestPlace> within(@Nullable String area, String words) {
    return Optional.ofNullable(area)
        .flatMap(places::findArea)
        .map(Area::code)
        .map(code -> new RequestPlace(null, null, code, words));
  }

  private static RequestPlace place(Page page, Landmark mark) {
    String name = page.t(mark.name());
    if (mark.address() != null) {
      name += page.t("（" + mark.address() + "）", " (" + mark.address() + ")");
    }
    return mark.lon() == null || mark.lat() == null
        ? new RequestPlace(null, null, mark.area(), name)
        : RequestPlace.at(mark.lon(), mark.lat(), name);
  }
}
