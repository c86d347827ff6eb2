package org.yiwang.submission;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseAnswers;

/** What an application answers, for the conditions of its case's lifecycle. */
@Component
class FindAnswers implements CaseAnswers {
  private final SubmissionStore store;
  private final WantedMaker wanted;

  FindAnswers(SubmissionStore store, WantedMaker wanted) {
    this.store = store;
    this.wanted = wanted;
  }

  @Override
  public Optional<Map<String, Object>> find(Case of) {
    return store
        .findByCase(of.number())
        .map(
            sent ->
                wanted
                    .get(Target.matter(of.about().category()))
                    .questions()
                    .facts(sent.filled().answers()));
  }
}
