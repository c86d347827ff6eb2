package org.yiwang.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
import org.yiwang.page.Query;
import org.yiwang.place.Area;
import org.yiwang.place.Grid;
import org.yiwang.place.Places;

/** Writes a filter as chips that can be taken away one by one. */
@Component
class FilterWords {
  private static final Map<CaseFilter.Pace, Text> PACES =
      Map.of(
          CaseFilter.Pace.OPEN, Text.of("在办", "Open"),
          CaseFilter.Pace.LATE, Text.of("超时", "Late"),
          CaseFilter.Pace.DUE_TODAY, Text.of("今天到期", "Due today"),
          CaseFilter.Pace.ESCALATED, Text.of("已升级", "Escalated"),
          CaseFilter.Pace.CLOSED, Text.of("已结案", "Closed"),
          CaseFilter.Pace.CLOSED_ON_TIME, Text.of("按时结案", "Closed on time"),
          CaseFilter.Pace.CLOSED_LATE, Text.of("超时结案", "Closed late"));

  private static final Set<CaseFilter.Field> NAMES_STEP =
      EnumSet.of(CaseFilter.Field.APPLICATION, CaseFilter.Field.LIFECYCLE, CaseFilter.Field.STEP);

  private final Places places;
  private final Units units;
  private final Lifecycles lifecycles;
  private final NamedCategories categories;

  FilterWords(Places places, Units units, Lifecycles lifecycles, NamedCategories categories) {
    this.places = places;
    this.units = units;
    this.lifecycles = lifecycles;
    this.categories = categories;
  }

  static Text of(CaseFilter.Pace pace) {
    return Objects.requireNonNull(PACES.get(pace));
  }

  List<Link> chips(Page page, CaseFilter filter) {
    var chips = new Chips(page, new ArrayList<>());
    if (filter.mine()) {
      chips.add("mine", page.t("轮到我的", "Waiting for me"));
    }
    if (filter.pace() != null) {
      chips.add("pace", page.t(of(filter.pace())));
    }
    fields(filter, chips);
    filter
        .days()
        .forEach(
            (stretch, day) ->
                chips.add(CaseFilter.kebab(stretch), page.t(dayWords(stretch)) + " " + day));
    if (filter.words() != null) {
      chips.add("words", "“" + filter.words() + "”");
    }
    return chips.made();
  }

  /** A step is one condition, although three parameters name it. */
  private void fields(CaseFilter filter, Chips chips) {
    StepKey step = filter.at();
    filter
        .fields()
        .forEach(
            (field, value) -> {
              if (step == null || !NAMES_STEP.contains(field)) {
                chips.add(field, value, nameOf(field, value));
              }
            });
    if (step != null) {
      Text name = lifecycles.findStep(step).map(LifecycleDefinition.Step::name).orElse(null);
      String label = name == null ? step.step() : chips.page().t(name);
      chips.add(NAMES_STEP.stream().map(CaseFilter::kebab).toList(), label);
    }
  }

  /** The name that people know; null where only the id is known. */
  private @Nullable Text nameOf(CaseFilter.Field field, String id) {
    return switch (field) {
      case AREA -> places.findArea(id).map(Area::name).orElse(null);
      case GRID -> places.findGrid(id).map(Grid::name).orElse(null);
      case UNIT -> units.findUnit(id).map(Unit::name).orElse(null);
      case GROUP -> categories.listGroups().get(id);
      case CATEGORY -> categories.findName(id).orElse(null);
      case NET -> netWords(id);
      case PARENT -> parentWords(id);
      case APPLICATION, LIFECYCLE, STEP -> null;
    };
  }

  private static @Nullable Text netWords(String id) {
    return Arrays.stream(Net.values())
        .filter(net -> net.word().equals(id))
        .findFirst()
        .map(Net::words)
        .orElse(null);
  }

  private static Text parentWords(String parent) {
    return parent.equals(CaseFilter.NONE)
        ? Text.of("不含征求意见", "Without opinions asked of units")
        : Text.of("属于 " + parent, "Part of " + parent);
  }

  private static Text dayWords(CaseFilter.Days stretch) {
    return switch (stretch) {
      case OPENED_ON -> Text.of("上报于", "Reported on");
      case CLOSED_ON -> Text.of("结案于", "Closed on");
      case OPENED_SINCE -> Text.of("上报自", "Reported since");
      case CLOSED_SINCE -> Text.of("结案自", "Closed since");
    };
  }

  private record Chips(Page page, List<Link> made) {
    void add(String parameter, String label) {
      add(List.of(parameter), label);
    }

    void add(List<String> parameters, String label) {
      Query left = page.query().without("page");
      for (String parameter : parameters) {
        left = left.without(parameter);
      }
      made.add(Link.of(label, left.href()));
    }

    void add(CaseFilter.Field field, String value, @Nullable Text name) {
      add(CaseFilter.kebab(field), name == null ? value : page.t(name));
    }
  }
}
