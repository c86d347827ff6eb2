package org.yiwang.submission;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Viewer;
import org.yiwang.page.RefusedException;

/**
 * What an applicant, or whoever acts for them, does with one case of an application: withdraws,
 * rates, objects (撤回、评价、异议).
 */
@Component
class ActOnApplication {
  private final Acting acting;
  private final Cases cases;

  ActOnApplication(Acting acting, Cases cases) {
    this.acting = acting;
    this.cases = cases;
  }

  /**
   * @throws RefusedException FORBIDDEN once the mandate is over, and as {@link Cases#act}
   */
  @Transactional
  void act(Submission mine, Move move, Viewer viewer) {
    acting.note(viewer, mine, move.number() + " " + move.action());
    cases.act(move, Mover.reporter(viewer));
  }
}
