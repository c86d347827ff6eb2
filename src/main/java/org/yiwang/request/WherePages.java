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
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusals;
import org.yiwang.page.RefusedException;
import org.yiwang.place.Landmark;
import org.yiwang.place.Maps;
import org.yiwang.place.Places;

/** Where it is: an address or landmark, the own position, or a pin; each is enough. */
@Controller
class WherePages {
  private static final Text TITLE = Text.of("在什么地方？", "Where is it?");
  private static final int MOST_FOUND = 8;
  private static final int LONGEST_WORDS = 200;

  private final Places places;
  private final PlaceWords placeWords;
  private final RequestCheck check;
  private final Maps map;

  WherePages(Places places, PlaceWords placeWords, RequestCheck check, Maps map) {
    this.places = places;
    this.placeWords = placeWords;
    this.check = check;
    this.map = map;
  }

  /** What the form sends; everything may be empty. */
  record Form(
      @Nullable String q,
      @Nullable String place,
      @Nullable String lon,
      @Nullable String lat,
      @Nullable String detail,
      @Nullable String todo) {
    String words() {
      String words = PlainWords.line(q);
      return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
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

  /** What the page shows. */
  record Where(
      Form form,
      @Nullable String known,
      List<Choice> found,
      BaseMap ground,
      List<String> layers,
      Refusals errors) {}

  @GetMapping("/report/where")
  ModelAndView ask(Page page, Drafting drafting) {
    Draft draft = drafting.draft();
    RequestPlace place = draft.place();
    Form form =
        place == null
            ? new Form("", null, "", "", draft.detail(), null)
            : new Form(
                place.address(),
                null,
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
      return show(page, draft, form, found(page, form.words()), Refusals.of(refused));
    }
  }

  /** Suggestions while the address is being typed. */
  @GetMapping("/report/where/places")
  @ResponseBody
  List<Landmark> suggest(@RequestParam(defaultValue = "") String q) {
    return places.search(q.length() <= LONGEST_WORDS ? q : "", MOST_FOUND);
  }

  private Optional<RequestPlace> chosen(Page page, Form form, Draft draft) {
    String words = form.words();
    if (form.place() != null && !form.place().isBlank()) {
      return places.search(words, MOST_FOUND).stream()
          .filter(mark -> mark.id().equals(form.place()))
          .findFirst()
          .map(mark -> place(page, mark));
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

  private static RequestPlace place(Page page, Landmark mark) {
    String name = page.t(mark.name());
    if (mark.address() != null) {
      name += page.t("（" + mark.address() + "）", " (" + mark.address() + ")");
    }
    return mark.lon() == null || mark.lat() == null
        ? new RequestPlace(null, null, mark.area(), name)
        : RequestPlace.at(mark.lon(), mark.lat(), name);
  }

  private ModelAndView choose(Page page, Draft draft, Form form) {
    List<Choice> found = found(page, form.words());
    Refusals errors =
        found.isEmpty() ? new Refusals(List.of(notFound(form.words()))) : Refusals.none();
    return show(page, draft, form, found, errors);
  }

  private static Refusal notFound(String words) {
    return words.isEmpty()
        ? RequestRefusals.placeMissing()
        : Refusal.invalid(
            "request-place-unknown",
            "q",
            Text.of("没有找到“" + words + "”。", "“" + words + "” was not found."),
            Text.of(
                "请换个说法，例如路名加门牌号、附近的地铁站，或在地图上放图钉。",
                "Try other words, such as a road with a number or the nearest metro station, or set the pin."));
  }

  private List<Choice> found(Page page, String words) {
    return words.isEmpty()
        ? List.of()
        : places.search(words, MOST_FOUND).stream().map(m -> placeWords.choice(page, m)).toList();
  }

  private ModelAndView show(
      Page page, Draft draft, Form form, List<Choice> found, Refusals errors) {
    String known = draft.place() == null ? null : placeWords.of(page, draft.place());
    return page.form(
        "request/where",
        TITLE,
        errors,
        "where",
        new Where(form, known, found, map.whole(page.language()), map.layers(), errors));
  }
}
