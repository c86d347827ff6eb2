package org.yiwang.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.pack.Text;
import org.yiwang.page.BaseMap;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.page.PlainWords;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.place.Landmark;
import org.yiwang.place.Maps;
import org.yiwang.place.Places;

/** Where it is: an address or landmark, the own position, or a pin; each is enough. */
@Controller
class WherePages {
  private static final Text TITLE = Text.of("在什么地方？", "Where is it?");
  private static final int MOST_SUGGESTED = 8;
  private static final int LONGEST_WORDS = 200;

  private final Places places;
  private final PlaceOffers offers;
  private final PlaceWords placeWords;
  private final RequestCheck check;
  private final Maps map;

  WherePages(
      Places places, PlaceOffers offers, PlaceWords placeWords, RequestCheck check, Maps map) {
    this.places = places;
    this.offers = offers;
    this.placeWords = placeWords;
    this.check = check;
    this.map = map;
  }

  /**
   * What the form sends; everything may be empty.
   *
   * @param place the landmark chosen among those found
   * @param area the street chosen because none of them is it
   * @param listed the words for which landmarks and streets were offered
   */
  record Form(
      @Nullable String q,
      @Nullable String place,
      @Nullable String area,
      @Nullable String listed,
      @Nullable String lon,
      @Nullable String lat,
      @Nullable String detail,
      @Nullable String todo) {
    String words() {
      String words = PlainWords.line(q);
      return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    /** Whether landmarks and streets were offered for these words. */
    boolean offered() {
      return !words().isEmpty() && words().equals(PlainWords.line(listed));
    }

    @Nullable RequestPlace pin() {
      Double x = number(lon);
      Double y = number(lat);
      return x == null || y == null ? null : RequestPlace.at(x, y, null);
    }

    private static @Nullable Double number(@Nullable String typed) {
      try {
        return typed == null || typed.isBlank() ? null : Double.valueOf(typed.strip());
      } catch (NumberFormatException none) {
        return null;
      }
    }
  }

  /**
   * What the page shows.
   *
   * @param certain of those found, the one that is certainly meant
   * @param areas the streets to choose from, once words were looked for
   * @param areaWord what they are called in Chinese
   */
  record Where(
      Form form,
      @Nullable String known,
      List<Choice> found,
      @Nullable String certain,
      List<Choice> areas,
      String areaWord,
      BaseMap ground,
      List<String> layers,
      Refusals errors) {}

  @GetMapping("/report/where")
  ModelAndView ask(Page page, Drafting drafting) {
    Draft draft = drafting.draft();
    RequestPlace place = draft.place();
    Form form =
        place == null
            ? new Form("", null, null, null, "", "", draft.detail(), null)
            : new Form(
                place.address(),
                null,
                place.area(),
                place.area() == null ? null : place.address(),
                place.lon() == null ? "" : place.lon().toString(),
                place.lat() == null ? "" : place.lat().toString(),
                draft.detail(),
                null);
    return show(page, draft, form, List.of(), Refusals.none());
  }

  @PostMapping("/report/where")
  ModelAndView answer(Page page, Drafting drafting, @ModelAttribute Form form) {
    Draft draft = drafting.draft();
    try {
      Optional<RequestPlace> chosen =
          "find".equals(form.todo()) ? Optional.empty() : chosen(page, form, draft);
      if (chosen.isEmpty()) {
        return choose(page, draft, form);
      }
      Draft changed = draft.where(chosen.get(), PlainWords.line(form.detail()));
      check.where(changed.fullPlace(), page.language());
      drafting.save(changed);
      return page.redirect(changed.next());
    } catch (RefusedException refused) {
      return show(page, draft, form, offers.found(form.words()), Refusals.of(refused));
    }
  }

  /** Suggestions while the address is being typed. */
  @GetMapping("/report/where/places")
  @ResponseBody
  List<Landmark> suggest(@RequestParam(defaultValue = "") String q) {
    return places.search(q.length() <= LONGEST_WORDS ? q : "", MOST_SUGGESTED);
  }

  /** A street first: whoever names one has seen what was found, and it was not there. */
  private Optional<RequestPlace> chosen(Page page, Form form, Draft draft) {
    String words = form.words();
    Optional<RequestPlace> said =
        (form.offered() ? offers.within(form.area(), words) : Optional.<RequestPlace>empty())
            .or(() -> offers.pick(page, words, form.place()));
    if (said.isPresent()) {
      return said;
    }
    RequestPlace pin = form.pin();
    if (pin != null && !(isOld(pin, draft) && !words.equals(oldWords(draft)))) {
      return Optional.of(pin.named(words.isEmpty() ? null : words));
    }
    if (words.isEmpty()) {
      throw new RefusedException(RequestRefusals.placeMissing());
    }
    return Optional.empty();
  }

  /** The pin is the one from before, so other words mean another place. */
  private static boolean isOld(RequestPlace pin, Draft draft) {
    RequestPlace old = draft.place();
    return old != null
        && Objects.equals(old.lon(), pin.lon())
        && Objects.equals(old.lat(), pin.lat());
  }

  private static String oldWords(Draft draft) {
    return draft.place() == null || draft.place().address() == null ? "" : draft.place().address();
  }

  private ModelAndView choose(Page page, Draft draft, Form form) {
    List<Landmark> found = offers.found(form.words());
    return show(page, draft, form, found, fault(form, found));
  }

  private Refusals fault(Form form, List<Landmark> found) {
    if (form.words().isEmpty()) {
      return new Refusals(List.of(RequestRefusals.placeMissing()));
    }
    String area = places.areaWord().zh();
    if (found.isEmpty()) {
      return new Refusals(List.of(RequestRefusals.placeUnknown(form.words(), area)));
    }
    return form.offered() && !"find".equals(form.todo())
        ? new Refusals(List.of(RequestRefusals.placeNotChosen(area)))
        : Refusals.none();
  }

  private ModelAndView show(
      Page page, Draft draft, Form form, List<Landmark> found, Refusals errors) {
    String known = draft.place() == null ? null : placeWords.of(page, draft.place());
    boolean lookedFor = !found.isEmpty() || form.area() != null || !errors.isEmpty();
    return page.form(
        "request/where",
        TITLE,
        errors,
        "where",
        new Where(
            form,
            known,
            offers.choices(page, found),
            PlaceOffers.certain(form.words(), found),
            lookedFor && !form.words().isEmpty() ? offers.areas(page) : List.of(),
            places.areaWord().zh(),
            map.whole(page.language()),
            map.layers(),
            errors));
  }
}
