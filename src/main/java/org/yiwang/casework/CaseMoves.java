package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.casework.Move.Given;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** What may be done with a case now, by whom, and with what given. */
@Component
class CaseMoves {
  private final Lifecycles lifecycles;
  private final MovePolicies policies;
  private final GivenCheck givenCheck;
  private final Journal journal;
  private final ObjectProvider<OwnEntrance> entrances;

  CaseMoves(
      Lifecycles lifecycles,
      MovePolicies policies,
      GivenCheck givenCheck,
      Journal journal,
      ObjectProvider<OwnEntrance> entrances) {
    this.entrances = entrances;
    this.lifecycles = lifecycles;
    this.policies = policies;
    this.givenCheck = givenCheck;
    this.journal = journal;
  }

  LifecycleDefinition graph(Case of) {
    return lifecycles.of(of);
  }

  /** Roles that act in the newest version of a lifecycle. */
  Set<String> rolesOf(String application, String lifecycle) {
    return lifecycles.rolesOf(lifecycles.newest(application, lifecycle));
  }

  /** The actions that this person may take now, in the order of the lifecycle. */
  List<Offer> offers(Case of, Mover mover) {
    Supplier<List<Entry>> history = history(of);
    return lifecycles.stepOf(of).actions().entrySet().stream()
        .filter(a -> refused(of, a, mover, history).isEmpty())
        .map(a -> Offer.of(a.getKey(), a.getValue()))
        .toList();
  }

  private Optional<Refusal> refused(
      Case of, Map.Entry<String, Action> action, Mover mover, Supplier<List<Entry>> history) {
    return policies.refuses(new Attempt(of, action.getKey(), action.getValue(), mover, history));
  }

  /**
   * The action, if it may be done.
   *
   * @throws RefusedException when the case has moved on, it is not for this person to do, or it is
   *     done at an entrance of its own
   */
  Action allowed(Case of, Move move, Mover mover) {
    Step step = lifecycles.stepOf(of);
    Action action = step.actions().get(move.action());
    if (of.version() != move.version()) {
      throw new RefusedException(CaseRefusals.outdated());
    }
    if (action == null) {
      throw new RefusedException(CaseRefusals.noSuchAction(step.name()));
    }
    policies
        .refuses(new Attempt(of, move.action(), action, mover, history(of)))
        .ifPresent(
            refusal -> {
              throw new RefusedException(refusal);
            });
    if (!move.given().entered() && hasItsOwn(of, move.action())) {
      throw new RefusedException(CaseRefusals.elsewhere(action.name()));
    }
    return action;
  }

  private boolean hasItsOwn(Case of, String action) {
    return entrances.stream().anyMatch(module -> module.has(of, action));
  }

  /** What was given, tidied; refuses what is missing or does not fit. */
  Given complete(Case of, Action action, Given given, Mover mover) {
    return givenCheck.complete(of, action.asked(), given, mover.viewer());
  }

  private Supplier<List<Entry>> history(Case of) {
    return new Supplier<>() {
      private List<Entry> read = List.of();

      @Override
      public List<Entry> get() {
        if (read.isEmpty()) {
          read = journal.list(of.subject());
        }
        return read;
      }
    };
  }
}
