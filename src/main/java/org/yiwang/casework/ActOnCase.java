package org.yiwang.casework;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
    Case of = get(move.number());
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
