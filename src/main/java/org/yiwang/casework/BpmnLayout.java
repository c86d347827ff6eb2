package org.yiwang.casework;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yiwang.casework.BpmnGraph.Flow;
import org.yiwang.casework.BpmnGraph.Kind;
import org.yiwang.casework.BpmnGraph.Node;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;

/**
 * Where everything of a drawn lifecycle stands: steps from left to right by how many actions they
 * are away from the start, one below the other where several are as far. In points.
 */
final class BpmnLayout {
  private static final int COLUMN = 560;
  private static final int GAP = 120;
  private static final int TASK_WIDE = 140;
  private static final int TASK_HIGH = 80;
  private static final int OPINION_ROW = 100;
  private static final int PARALLEL_WIDE = 440;

  private final BpmnGraph graph;
  private final Map<String, Box> boxes = new LinkedHashMap<>();

  /** A box or the square around a circle. */
  record Box(int x, int y, int wide, int high) {
    int right() {
      return x + wide;
    }

    int bottom() {
      return y + high;
    }

    int middle() {
      return y + high / 2;
    }

    int centre() {
      return x + wide / 2;
    }
  }

  /** A corner of a line. */
  record Point(int x, int y) {}

  private BpmnLayout(BpmnGraph graph) {
    this.graph = graph;
  }

  static BpmnLayout of(BpmnGraph graph) {
    var layout = new BpmnLayout(graph);
    layout.steps();
    layout.besides();
    return layout;
  }

  Box box(String id) {
    Box box = boxes.get(id);
    if (box == null) {
      throw new IllegalArgumentException("Nothing is drawn for " + id);
    }
    return box;
  }

  private void steps() {
    Map<Integer, List<String>> columns = new TreeMap<>();
    ranks().forEach((id, rank) -> columns.computeIfAbsent(rank, r -> new ArrayList<>()).add(id));
    columns.forEach(
        (rank, ids) -> {
          int y = 80;
          for (String id : ids) {
            int high = high(id);
            boxes.put(BpmnGraph.step(id), box(id, 160 + rank * COLUMN, y));
            y += high + GAP + 60 * lines(id);
          }
        });
  }

  private Box box(String id, int x, int y) {
    return switch (graph.node(BpmnGraph.step(id)).kind()) {
      case END -> new Box(x, y + 22, 36, 36);
      case PARALLEL -> new Box(x, y, PARALLEL_WIDE, high(id));
      default -> new Box(x, y, TASK_WIDE, TASK_HIGH);
    };
  }

  private int high(String id) {
    var parallel = graph.lifecycle().step(id).parallel();
    return parallel == null ? TASK_HIGH : 40 + OPINION_ROW * parallel.opinions().size();
  }

  /** How many lines of events hang below a step. */
  private int lines(String id) {
    return (int)
        graph.nodes().stream()
            .filter(node -> node.at().equals(id) && node.kind() == Kind.RAISED)
            .count();
  }

  private Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new LinkedHashMap<>();
    var open = new ArrayDeque<String>(List.of(graph.lifecycle().start()));
    ranks.put(graph.lifecycle().start(), 0);
    while (!open.isEmpty()) {
      String id = open.poll();
      int next = ranks.getOrDefault(id, 0) + 1;
      Step step = graph.lifecycle().step(id);
      for (Action action : step.actions().values()) {
        reach(action.to(), next, ranks, open);
        if (action.lowRating() != null) {
          reach(action.lowRating().to(), next, ranks, open);
        }
      }
    }
    graph.lifecycle().steps().keySet().forEach(id -> ranks.putIfAbsent(id, 0));
    return ranks;
  }

  private static void reach(
      String to, int rank, Map<String, Integer> ranks, ArrayDeque<String> open) {
    if (ranks.putIfAbsent(to, rank) == null) {
      open.add(to);
    }
  }

  /** Everything that stands with a step: beside it, in it, or on its edge. */
  private void besides() {
    Map<String, Integer> hanging = new HashMap<>();
    Map<String, Integer> rows = new HashMap<>();
    for (Node node : graph.nodes()) {
      Box step = box(BpmnGraph.step(node.at()));
      switch (node.kind()) {
        case CHOICE -> boxes.put(node.id(), new Box(step.right() + 40, step.middle() - 25, 50, 50));
        case TIMER, CALL_OFF -> {
          int i = hanging.merge(node.at(), 1, Integer::sum);
          boxes.put(node.id(), new Box(step.x() - 30 + 44 * i, step.bottom() - 18, 36, 36));
        }
        case RAISED -> {
          int i = rows.merge("raised " + node.at(), 1, Integer::sum);
          boxes.put(node.id(), new Box(step.right() + 20, step.bottom() - 20 + 60 * i, 36, 36));
        }
        case OPINION -> {
          int i = rows.merge(node.at(), 1, Integer::sum);
          int y = step.y() + 20 + OPINION_ROW * (i - 1);
          boxes.put(node.id(), new Box(step.x() + 150, y + 10, TASK_WIDE, TASK_HIGH));
        }
        case FORK -> boxes.put(node.id(), new Box(step.x() + 75, step.middle() - 25, 50, 50));
        case JOIN -> boxes.put(node.id(), new Box(step.x() + 315, step.middle() - 25, 50, 50));
        case START -> start(node, step);
        case END -> {
          if (node.within() != null) {
            boxes.put(node.id(), new Box(step.right() - 56, step.middle() - 18, 36, 36));
          }
        }
        case TASK, PARALLEL -> {}
      }
    }
  }

  private void start(Node node, Box step) {
    int x = node.within() == null ? step.x() - 100 : step.x() + 20;
    boxes.put(node.id(), new Box(x, step.middle() - 18, 36, 36));
  }

  /** To the right where it goes on; below everything where it goes back. */
  List<Point> line(Flow flow) {
    Box from = box(flow.from());
    Box to = box(flow.to());
    boolean hangs = graph.node(flow.from()).kind().boundary();
    int startX = hangs ? from.centre() : from.right();
    int startY = hangs ? from.bottom() : from.middle();
    if (to.x() > startX) {
      int bend = to.x() - 24;
      return hangs
          ? List.of(
              new Point(startX, startY),
              new Point(startX, Math.max(to.middle(), startY + 16)),
              new Point(bend, Math.max(to.middle(), startY + 16)),
              new Point(bend, to.middle()),
              new Point(to.x(), to.middle()))
          : List.of(
              new Point(startX, startY),
              new Point(bend, startY),
              new Point(bend, to.middle()),
              new Point(to.x(), to.middle()));
    }
    int below = Math.max(from.bottom(), to.bottom()) + 46;
    return List.of(
        new Point(from.centre(), from.bottom()),
        new Point(from.centre(), below),
        new Point(to.centre(), below),
        new Point(to.centre(), to.bottom()));
  }
}
