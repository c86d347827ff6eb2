package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.pack.Text;
import org.yiwang.page.Link;
import org.yiwang.page.Page;
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

  private final Places places;
  private final Units units;
  private final Lifecycles lifecycles;

  FilterWords(Places places, Units units, Lifecycles lifecycles) {
    this.places = places;
    this.units = units;
    this.lifecycles = lifecycles;
  }

  List<Link> chips(Page page, CaseFilter filter) {
    var chips = new Chips(page, new ArrayList<>());
    if (filter.mine()) {
      chips.add("mine", page.t("轮到我的", "Waiting for me"));
    }
    if (filter.pace() != null) {
      chips.add("pace", page.t(Objects.requireNonNull(PACES.get(filter.pace()))));
    }
    chips.named("step", filter.step(), this::step);
    chips.named("area", filter.area(), id -> places.findArea(id).map(Area::name).orElse(null));
    chips.named("grid", filter.grid(), id -> places.findGrid(id).map(Grid::name).orElse(null));
    chips.named("unit", filter.unit(), id -> units.findUnit(id).map(Unit::name).orElse(null));
    chips.named("group", filter.group(), id -> null);
    chips.named("category", filter.category(), id -> null);
    if (filter.openedOn() != null) {
      chips.add("opened-on", page.t("上报于 ", "Reported on ") + filter.openedOn());
    }
    if (filter.closedOn() != null) {
      chips.add("closed-on", page.t("结案于 ", "Closed on ") + filter.closedOn());
    }
    if (filter.openedSince() != null) {
      chips.add("opened-since", page.t("上报自 ", "Reported since ") + filter.openedSince());
    }
    if (filter.closedSince() != null) {
      chips.add("closed-since", page.t("结案自 ", "Closed since ") + filter.closedSince());
    }
    chips.named("words", filter.words(), words -> Text.of("“" + words + "”", "“" + words + "”"));
    return chips.made();
  }

  private @Nullable Text step(String id) {
    return lifecycles.listNewest().stream()
        .map(graph -> graph.steps().get(id))
        .filter(Objects::nonNull)
        .map(LifecycleDefinition.Step::name)
        .findFirst()
        .orElse(null);
  }

  private record Chips(Page page, List<Link> made) {
    void add(String parameter, String label) {
      made.add(Link.of(label, page.query().without(parameter).without("page").href()));
    }

    void named(String parameter, @Nullable String value, Function<String, @Nullable Text> words) {
      if (value != null && !value.isBlank()) {
        Text name = words.apply(value);
        add(parameter, name == null ? value : page.t(name));
      }
    }
  }
}
