package org.yiwang.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Escalation;
import org.yiwang.casework.LifecycleDefinition.Opinion;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Text;

/**
 * A lifecycle in the words of BPMN 2.0: steps are tasks or ends, parallel opinions a subprocess of
 * call activities, time limits events at the edge of a task.
 */
final class BpmnGraph {
  /** Which element of BPMN a node is. */
  enum Kind {
    START("startEvent"),
    END("endEvent"),
    TASK("userTask"),
    PARALLEL("subProcess"),
    OPINION("callActivity"),
    CHOICE("exclusiveGateway"),
    FORK("parallelGateway"),
    JOIN("parallelGateway"),
    TIMER("boundaryEvent"),
    CALL_OFF("boundaryEvent"),
    RAISED("endEvent");

    final String element;

    Kind(String element) {
      this.element = element;
    }

    boolean boundary() {
      return this == TIMER || this == CALL_OFF;
    }
  }

  /**
   * A node.
   *
   * @param at the step it is drawn with
   * @param within the subprocess it lies in, or the task that a boundary event sits on
   * @param says time limit of a timer, roles of a task, lifecycle of an opinion
   * @param interrupts whether a boundary event ends its task
   * @param repeated whether an opinion is asked of several units
   */
  record Node(
      String id,
      Kind kind,
      String name,
      String at,
      @Nullable String within,
      List<String> says,
      boolean interrupts,
      boolean repeated) {}

  /** A sequence flow; inside a subprocess when {@code within} names one. */
  record Flow(String id, String from, String to, String name, @Nullable String within) {}

  private final LifecycleDefinition lifecycle;
  private final Function<Text, String> words;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Flow> flows = new ArrayList<>();

  private BpmnGraph(LifecycleDefinition lifecycle, Function<Text, String> words) {
    this.lifecycle = lifecycle;
    this.words = words;
  }

  static BpmnGraph of(LifecycleDefinition lifecycle, Function<Text, String> words) {
    var graph = new BpmnGraph(lifecycle, words);
    graph.node("start", Kind.START, "", lifecycle.start(), null);
    graph.flow("start", step(lifecycle.start()), "");
    lifecycle.steps().forEach(graph::step);
    return graph;
  }

  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  Node node(String id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("No node " + id);
    }
    return node;
  }

  List<Flow> flows() {
    return List.copyOf(flows);
  }

  LifecycleDefinition lifecycle() {
    return lifecycle;
  }

  String words(Text text) {
    return words.apply(text);
  }

  static String step(String id) {
    return "step-" + id;
  }

  private void step(String id, Step step) {
    if (step.ends()) {
      node(step(id), Kind.END, words(step.name()), id, null);
      return;
    }
    if (step.parallel() == null) {
      add(new Node(step(id), Kind.TASK, words(step.name()), id, null, step.queue(), false, false));
    } else {
      node(step(id), Kind.PARALLEL, words(step.name()), id, null);
      parallel(id, step.parallel());
    }
    Map<String, Action> ahead = new LinkedHashMap<>();
    step.actions()
        .forEach(
            (action, declared) -> {
              if (leadsAhead(step, action, declared)) {
                ahead.put(action, declared);
              } else {
                aside(id, step, action, declared);
              }
            });
    ahead(id, ahead);
    for (int i = 0; i < step.escalations().size(); i++) {
      raised(id, step, step.escalations().get(i), i);
    }
  }

  /** Done in the task or after it; everything else breaks into it. */
  private static boolean leadsAhead(Step step, String id, Action action) {
    Parallel parallel = step.parallel();
    return parallel == null
        ? !action.by().equals(List.of(MovePolicies.SYSTEM))
        : id.equals(parallel.whenAll()) || id.equals(parallel.whenAnyRefuses());
  }

  private void ahead(String id, Map<String, Action> actions) {
    long ways = actions.values().stream().mapToLong(a -> a.lowRating() == null ? 1 : 2).sum();
    String from = step(id);
    if (ways > 1) {
      String choice = "choice-" + id;
      node(choice, Kind.CHOICE, "", id, null);
      flow(from, choice, "");
      from = choice;
    }
    for (Action action : actions.values()) {
      flow(from, step(action.to()), words(action.name()));
      if (action.lowRating() != null) {
        flow(
            from,
            step(action.lowRating().to()),
            words(action.name()) + " ≤ " + action.lowRating().atMost());
      }
    }
  }

  /** A clock or somebody ends the task from outside. */
  private void aside(String at, Step step, String id, Action action) {
    boolean timed = id.equals(step.whenDue());
    String event = "event-" + at + "-" + id;
    add(
        new Node(
            event,
            timed ? Kind.TIMER : Kind.CALL_OFF,
            words(action.name()),
            at,
            step(at),
            timed ? List.of(limit(step)) : action.by(),
            true,
            false));
    flow(event, step(action.to()), "");
  }

  private void raised(String at, Step step, Escalation escalation, int level) {
    String event = "late-" + at + "-" + (level + 1);
    TimeLimit past = escalation.pastDue();
    String when = past == null ? limit(step) : limit(step) + " + " + past;
    add(new Node(event, Kind.TIMER, when, at, step(at), List.of(when), false, false));
    String end = "raised-" + at + "-" + (level + 1);
    add(
        new Node(
            end,
            Kind.RAISED,
            words(escalation.says()),
            at,
            null,
            List.of(escalation.to()),
            false,
            false));
    flow(event, end, "");
  }

  private static String limit(Step step) {
    return step.within() == null || step.within().limit() == null
        ? "case"
        : step.within().limit().toString();
  }

  private void parallel(String at, Parallel parallel) {
    String inside = step(at);
    node("begin-" + at, Kind.START, "", at, inside);
    node("fork-" + at, Kind.FORK, "", at, inside);
    inner("begin-" + at, "fork-" + at, inside);
    for (Opinion opinion : parallel.opinions()) {
      String id = "opinion-" + at + "-" + opinion.id();
      boolean several = opinion.units().size() > 1 || opinion.units().contains(Opinion.CHOSEN);
      String name = words(opinion.name()) + " (" + String.join(", ", opinion.units()) + ")";
      add(
          new Node(
              id, Kind.OPINION, name, at, inside, List.of(opinion.lifecycle()), false, several));
      inner("fork-" + at, id, inside);
      inner(id, "join-" + at, inside);
    }
    node("join-" + at, Kind.JOIN, "", at, inside);
    node("all-" + at, Kind.END, "", at, inside);
    inner("join-" + at, "all-" + at, inside);
  }

  private void node(String id, Kind kind, String name, String at, @Nullable String within) {
    add(new Node(id, kind, name, at, within, List.of(), false, false));
  }

  private void add(Node node) {
    nodes.put(node.id(), node);
  }

  private void flow(String from, String to, String name) {
    flows.add(new Flow("flow-" + (flows.size() + 1), from, to, name, null));
  }

  private void inner(String from, String to, String within) {
    flows.add(new Flow("flow-" + (flows.size() + 1), from, to, "", within));
  }
}
