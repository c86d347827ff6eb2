package org.yiwang.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CaseFilter.Days;
import org.yiwang.casework.CaseFilter.Field;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.place.Places;

/**
 * The form that sets a filter (筛选), as it is drawn: a plain form whose fields are the parameters of
 * the list's address.
 *
 * @param openedSince the day that is set, ISO
 * @param kept what the form leaves as it is
 */
record FilterForm(List<Select> selects, @Nullable String openedSince, List<Kept> kept) {

  /** One condition to choose; nothing chosen when the value is null. */
  record Select(String name, String label, List<Choice> choices, @Nullable String value) {}

  /** A parameter that is sent along unseen. */
  record Kept(String name, String value) {}

  /** Draws the form. */
  @Component
  static class Maker {
    private final Places places;
    private final Units units;
    private final NamedCategories categories;

    Maker(Places places, Units units, NamedCategories categories) {
      this.places = places;
      this.units = units;
      this.categories = categories;
    }

    FilterForm make(Page page, ListQuery query, Viewer viewer) {
      CaseFilter filter = query.filter();
      List<Select> selects = new ArrayList<>();
      selects.add(
          select(Field.AREA, page.t(places.areaWord()), areas(page, viewer.reach()), filter));
      selects.add(select(Field.GROUP, page.t("类别", "Category"), groups(page), filter));
      selects.add(select(Field.UNIT, page.t("承办单位", "Unit"), units(page, viewer.reach()), filter));
      String pace = filter.pace() == null ? null : CaseFilter.kebab(filter.pace());
      selects.add(new Select("pace", page.t("时限", "Time"), paces(page), pace));
      selects.removeIf(select -> select.choices().size() < 2);
      String since = CaseFilter.kebab(Days.OPENED_SINCE);
      Set<String> asked = selects.stream().map(Select::name).collect(Collectors.toSet());
      asked.add(since);
      return new FilterForm(
          selects, filter.parameters().get(since), kept(query, page.query().first("sort"), asked));
    }

    /** Everything else that the list shows now, and its order. */
    private static List<Kept> kept(ListQuery query, @Nullable String sort, Set<String> asked) {
      List<Kept> kept = new ArrayList<>();
      query
          .filter()
          .parameters()
          .forEach(
              (name, value) -> {
                if (!asked.contains(name)) {
                  kept.add(new Kept(name, value));
                }
              });
      if (sort != null) {
        kept.add(new Kept("sort", sort));
      }
      return kept;
    }

    private static Select select(
        Field field, String label, List<Choice> choices, CaseFilter filter) {
      return new Select(CaseFilter.kebab(field), label, choices, filter.fields().get(field));
    }

    /** Streets in sight: all of them for whoever is not bound to some. */
    private List<Choice> areas(Page page, Reach reach) {
      boolean some = !reach.everything() && !reach.areas().isEmpty();
      return places.listAreas().stream()
          .filter(area -> !some || reach.areas().contains(area.code()))
          .map(area -> Choice.of(area.code(), page.t(area.name())))
          .toList();
    }

    private List<Choice> groups(Page page) {
      return categories.listGroups().entrySet().stream()
          .map(group -> Choice.of(group.getKey(), page.t(group.getValue())))
          .toList();
    }

    private List<Choice> units(Page page, Reach reach) {
      boolean some = !reach.everything() && !reach.units().isEmpty();
      return units.listUnits().stream()
          .filter(unit -> unit.kind() != Unit.Kind.COMMITTEE)
          .filter(unit -> !some || reach.units().contains(unit.id()))
          .map(unit -> Choice.of(unit.id(), page.t(unit.name())))
          .toList();
    }

    private static List<Choice> paces(Page page) {
      return Arrays.stream(CaseFilter.Pace.values())
          .map(pace -> Choice.of(CaseFilter.kebab(pace), page.t(FilterWords.of(pace))))
          .toList();
    }
  }
}
