package org.yiwang.operations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.CaseFigures;
import org.yiwang.casework.CaseWay.Edge;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.request.Category;

/** The ways that people can go in each lifecycle; the clock's own are left to the clock. */
final class DemoRoutes {
  private static final String SYSTEM = "system";
  private static final String REPORTER = "reporter";
  private static final String STREET = "street";
  private final CaseFigures figures;
  private final Units units;
  private final Map<String, List<Edge>> known = new HashMap<>();

  DemoRoutes(CaseFigures figures, Units units) {
    this.figures = figures;
    this.units = units;
  }

  private List<Edge> edges(String application, String lifecycle) {
    return known.computeIfAbsent(
        application + "/" + lifecycle,
        key ->
            figures.edges(application, lifecycle).stream()
                .filter(edge -> !edge.by().equals(List.of(SYSTEM)))
                .toList());
  }

  List<Edge> edges(Category category) {
    return edges(category.application(), category.lifecycle());
  }

  List<Edge> from(Category category, String step) {
    return edges(category).stream().filter(edge -> edge.from().equals(step)).toList();
  }

  /** Every step that a person can bring a case to. */
  Set<String> steps(Category category) {
    Set<String> steps = new LinkedHashSet<>();
    for (Edge edge : edges(category)) {
      steps.add(edge.from());
      steps.add(edge.to());
    }
    return steps;
  }

  /** Whether somebody inside has to act there. */
  boolean waits(Category category, String step) {
    return from(category, step).stream().anyMatch(edge -> !edge.by().contains(REPORTER));
  }

  /** The steps of the usual way in which somebody inside has to act. */
  List<String> handling(Category category) {
    return edges(category).stream()
        .filter(edge -> edge.primary() && !edge.by().contains(REPORTER))
        .map(Edge::from)
        .distinct()
        .toList();
  }

  /** The shortest way from one step to another; empty when it is there or cannot get there. */
  List<Edge> path(Category category, String from, String to) {
    Map<String, List<Edge>> reached = new HashMap<>(Map.of(from, List.of()));
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !reached.containsKey(to)) {
      String step = open.remove();
      for (Edge edge : from(category, step)) {
        if (!reached.containsKey(edge.to())) {
          List<Edge> way = new ArrayList<>(reached.get(step));
          way.add(edge);
          reached.put(edge.to(), way);
          open.add(edge.to());
        }
      }
    }
    return reached.getOrDefault(to, List.of());
  }

  /** The unit a category points to at a place; null if there is none. */
  @Nullable String unit(Category category, @Nullable String area) {
    return category.unit().equals(STREET)
        ? Optional.ofNullable(area).flatMap(units::findByArea).map(Unit::id).orElse(null)
        : category.unit();
  }

  String anyUnit() {
    return units.listUnits().getFirst().id();
  }

  /** The highest rating that still counts as bad here, or 0. */
  int badRating(Category category, Edge edge) {
    return from(category, edge.from()).stream()
        .filter(other -> other.action().equals(edge.action()) && other.ratingAtMost() != null)
        .mapToInt(other -> other.ratingAtMost() == null ? 0 : other.ratingAtMost())
        .max()
        .orElse(0);
  }
}
