package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Answer;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.casework.MakeMove.Made;
import org.yiwang.journal.Journal;

/**
 * What follows from a move where opinions are asked in parallel (并联审查): a case that comes to such a
 * step asks its units, one that leaves it drops what is still open, and the last answer moves the
 * case on. Says which moves the system has to make next.
 */
@Component
class FollowOpinions {
  private final Lifecycles lifecycles;
  private final CaseStore store;
  private final AskOpinions askOpinions;
  private final Journal journal;

  FollowOpinions(Lifecycles lifecycles, CaseStore store, AskOpinions askOpinions, Journal journal) {
    this.lifecycles = lifecycles;
    this.store = store;
    this.askOpinions = askOpinions;
    this.journal = journal;
  }

  List<Move> follow(Made made) {
    if (!made.left()) {
      return List.of();
    }
    List<Move> next = new ArrayList<>();
    LifecycleDefinition graph = lifecycles.of(made.now());
    if (graph.step(made.before().position().step()).parallel() != null) {
      next.addAll(dropped(made.now()));
    }
    Step there = graph.step(made.now().position().step());
    if (there.parallel() != null) {
      next.addAll(asked(made, there.parallel()));
    }
    if (there.answer() != null && made.now().parent() != null) {
      next.addAll(answered(made, made.now().parent(), there));
    }
    return next;
  }

  /** Nobody waits for the opinions that are still open. */
  private List<Move> dropped(Case parent) {
    return store.listChildren(parent.number()).stream()
        .filter(child -> child.clocks().closed() == null)
        .map(child -> system(child, dropping(child)))
        .toList();
  }

  private String dropping(Case child) {
    return leadingTo(Answer.DROPPED, lifecycles.of(child), lifecycles.stepOf(child))
        .orElseThrow(() -> new IllegalStateException(child.number() + " cannot be dropped"));
  }

  /** The system's action by which a step's opinion is answered so. */
  static java.util.Optional<String> leadingTo(Answer answer, LifecycleDefinition graph, Step step) {
    return step.actions().entrySet().stream()
        .filter(action -> action.getValue().by().equals(List.of(MovePolicies.SYSTEM)))
        .filter(action -> answer == answerAt(graph, action.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static @Nullable Answer answerAt(LifecycleDefinition graph, Action action) {
    Step to = graph.steps().get(action.to());
    return to == null ? null : to.answer();
  }

  private List<Move> asked(Made made, Parallel parallel) {
    int asked = askOpinions.ask(made.now(), parallel, made.move().given().units(), made.actor());
    return asked == 0 ? List.of(system(made.now(), parallel.whenAll())) : List.of();
  }

  private List<Move> answered(Made made, Case.Parent of, Step there) {
    Answer answer = Objects.requireNonNull(there.answer());
    journal.append(CaseEntries.answered(made, of, there));
    if (answer == Answer.DROPPED) {
      return List.of();
    }
    List<Case> together =
        store.listChildren(of.number()).stream()
            .filter(child -> child.parent() != null && child.parent().version() == of.version())
            .toList();
    if (together.stream().anyMatch(child -> child.clocks().closed() == null)) {
      return List.of();
    }
    return goesOn(store.find(of.number()).orElseThrow(), together);
  }

  private List<Move> goesOn(Case parent, List<Case> answered) {
    Parallel parallel = lifecycles.stepOf(parent).parallel();
    if (parallel == null) {
      return List.of();
    }
    boolean refused =
        answered.stream().anyMatch(child -> lifecycles.stepOf(child).answer() == Answer.REFUSES);
    String otherwise = parallel.whenAnyRefuses();
    return List.of(system(parent, refused && otherwise != null ? otherwise : parallel.whenAll()));
  }

  private static Move system(Case of, String action) {
    return new Move(of.number(), of.version(), action, Move.Given.NOTHING);
  }
}
