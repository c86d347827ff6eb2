package org.yiwang.submission;

import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.OwnEntrance;

/**
 * What was asked for is supplied by {@link GiveSupplement} alone, and answers are put right by
 * {@link CorrectAnswers} alone (补正、更正的唯一入口): else a case would go on with nothing supplied.
 */
@Component
class ApplicationEntrance implements OwnEntrance {
  private final SubmissionStore store;

  ApplicationEntrance(SubmissionStore store) {
    this.store = store;
  }

  @Override
  public boolean has(Case of, String action) {
    return ApplicationView.OWN_PAGE.contains(action) && store.findByCase(of.number()).isPresent();
  }
}
