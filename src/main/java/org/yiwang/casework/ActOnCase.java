package org.yiwang.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Viewer;
import org.yiwang.page.RefusedException;

/**
 * Does one action on one case and what follows from it by itself: all of it, or nothing and a
 * sentence why.
 */
@Component
class ActOnCase {
  private final MakeMove makeMove;
  private final FollowOpinions followOpinions;
  private final CaseStore store;

  ActOnCase(MakeMove makeMove, FollowOpinions followOpinions, CaseStore store) {
    this.makeMove = makeMove;
    this.followOpinions = followOpinions;
    this.store = store;
  }

  /** Parents are locked before their children, so that two who move both never wait in a circle. */
  @Transactional
  Case act(Move move, Mover mover) {
    return act(get(move.number()), move, mover);
  }

  /**
   * The same for an officer, read once.
   *
   * @throws RefusedException MISSING, also for a case that exists but is out of reach
   */
  @Transactional
  Case act(Move move, Viewer officer) {
    Case of = get(move.number());
    if (!CaseScope.covers(officer, of)) {
      throw CaseRefusals.missing(move.number());
    }
    return act(of, move, Mover.of(officer));
  }

  private Case act(Case of, Move move, Mover mover) {
    Case.Parent parent = of.parent();
    if (parent != null) {
      store.lock(parent.number());
    }
    MakeMove.Made made = makeMove.make(of, move, mover);
    return follow(made) ? get(move.number()) : made.now();
  }

  /** Whether anything followed. */
  private boolean follow(MakeMove.Made made) {
    List<Move> next = followOpinions.follow(made);
    next.forEach(one -> follow(makeMove.make(get(one.number()), one, Mover.program())));
    return !next.isEmpty();
  }

  private Case get(String number) {
    return store.find(number).orElseThrow(() -> CaseRefusals.missing(number));
  }
}
