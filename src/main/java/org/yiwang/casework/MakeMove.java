package org.yiwang.casework;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.LowRating;
import org.yiwang.casework.Move.Given;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.page.RefusedException;

/** Moves one case along one edge: row, journal and happening, in the caller's transaction. */
@Component
class MakeMove {
  private final CaseMoves moves;
  private final CaseStore store;
  private final PhotoStore photos;
  private final StepClock clock;
  private final Journal journal;
  private final DistrictTime time;
  private final ApplicationEventPublisher happenings;

  MakeMove(
      CaseMoves moves,
      CaseStore store,
      PhotoStore photos,
      StepClock clock,
      Journal journal,
      DistrictTime time,
      ApplicationEventPublisher happenings) {
    this.moves = moves;
    this.store = store;
    this.photos = photos;
    this.clock = clock;
    this.journal = journal;
    this.time = time;
    this.happenings = happenings;
  }

  /**
   * What has been made of a case.
   *
   * @param move with what was given as it was kept
   */
  record Made(Case before, Case now, Action action, Move move, Mover mover) {
    Actor actor() {
      return mover.actor(action.by().contains(MovePolicies.REPORTER));
    }

    boolean left() {
      return !before.position().step().equals(now.position().step());
    }
  }

  /**
   * Moves it.
   *
   * @throws RefusedException when it may not be done, or somebody else was quicker
   */
  Made make(Case before, Move move, Mover mover) {
    Action action = moves.allowed(before, move, mover);
    Given given = moves.complete(before, action, move.given(), mover);
    var checked = new Move(move.number(), move.version(), move.action(), given);
    Standing after = after(before, action, given, mover);
    if (!store.move(before, after)) {
      throw new RefusedException(CaseRefusals.outdated());
    }
    var made = new Made(before, before.moved(after), action, checked, mover);
    write(made, after);
    return made;
  }

  private Standing after(Case before, Action action, Given given, Mover mover) {
    String to = target(action, given.rating());
    Standing stays = Standing.of(before, null);
    LifecycleDefinition graph = moves.graph(before);
    Standing there =
        to.equals(before.position().step())
            ? stays.waitingUntil(
                clock.nextTimer(graph.step(to), stays.stepDue(), before.position().escalation()))
            : clock.enter(new StepClock.Entering(graph, to, before.limit(), stays, time.instant()));
    return there.with(people(there, action, given, mover));
  }

  private static String target(Action action, @Nullable Integer rating) {
    LowRating low = action.lowRating();
    return low != null && rating != null && rating <= low.atMost() ? low.to() : action.to();
  }

  private static Standing.People people(Standing there, Action action, Given given, Mover mover) {
    return new Standing.People(
        given.unit() == null ? there.unit() : given.unit(),
        holder(there, action, given, mover),
        given.rating() == null ? there.rating() : given.rating());
  }

  /** Whoever accepted it in this step, until it is given away or leaves the step. */
  private static @Nullable String holder(Standing there, Action action, Given given, Mover mover) {
    if (action.hold()) {
      return mover.viewer().account();
    }
    return action.release() || given.unit() != null ? null : there.holder();
  }

  private void write(Made made, Standing after) {
    Case before = made.before();
    Given given = made.move().given();
    photos.bind(given.photos(), before.number());
    journal.append(CaseEntries.moved(made, after));
    if (given.otherCase() != null) {
      journal.append(CaseEntries.joined(given.otherCase(), before.number(), made.actor()));
    }
    happenings.publishEvent(
        new CaseMoved(
            made.now(),
            made.move().action(),
            before.position().step(),
            made.action().tell(),
            given.note(),
            given.otherCase()));
  }
}
