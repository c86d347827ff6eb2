package org.yiwang.casework;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.LowRating;
import org.yiwang.casework.Move.Given;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.page.RefusedException;

/** Does one action on one case: all of it, or nothing and a sentence why. */
@Component
class ActOnCase {
  private final CaseMoves moves;
  private final CaseStore store;
  private final PhotoStore photos;
  private final StepClock clock;
  private final Journal journal;
  private final DistrictTime time;
  private final ApplicationEventPublisher happenings;

  ActOnCase(
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

  @Transactional
  Case act(Move move, Mover mover) {
    Case before = store.find(move.number()).orElseThrow(() -> CaseRefusals.missing(move.number()));
    Action action = moves.allowed(before, move, mover);
    Given given = moves.complete(before, action, move.given(), mover);
    var checked = new Move(move.number(), move.version(), move.action(), given);
    Standing after = after(before, action, given, mover);
    if (!store.move(before, after)) {
      throw new RefusedException(CaseRefusals.outdated());
    }
    return written(new Made(before, after, checked), action, mover);
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

  /** What has been made of a case: as it was, as it is, and what was given. */
  private record Made(Case before, Standing after, Move move) {}

  private Case written(Made made, Action action, Mover mover) {
    Case before = made.before();
    Standing after = made.after();
    Move move = made.move();
    Actor actor = mover.actor(action.by().contains(MovePolicies.REPORTER));
    Case now = before.moved(after);
    photos.bind(move.given().photos(), before.number());
    journal.append(CaseEntries.moved(before, after, move, actor));
    if (move.given().otherCase() != null) {
      journal.append(CaseEntries.joined(move.given().otherCase(), before.number(), actor));
    }
    happenings.publishEvent(
        new CaseMoved(
            now,
            move.action(),
            before.position().step(),
            action.tell(),
            move.given().note(),
            move.given().otherCase()));
    return now;
  }
}
