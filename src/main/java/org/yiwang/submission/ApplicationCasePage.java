package org.yiwang.submission;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.OwnCasePage;

/** An application is followed on its own page, the check of a promise on the promise's (申请的查办页). */
@Component
class ApplicationCasePage implements OwnCasePage {
  private final SubmissionStore store;
  private final PromiseStore promises;

  ApplicationCasePage(SubmissionStore store, PromiseStore promises) {
    this.store = store;
    this.promises = promises;
  }

  @Override
  public Optional<String> find(Case of) {
    return store
        .findByCase(of.number())
        .map(sent -> "/applications/" + sent.id())
        .or(() -> promises.findByCheck(of.number()).map(SignedPromise::href));
  }
}
