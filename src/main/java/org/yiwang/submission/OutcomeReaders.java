package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.credential.LetsRead;
import org.yiwang.identity.Viewer;
import org.yiwang.party.Mandate;

/**
 * Who sent an application under a mandate reads what came out of it, as long as the mandate lasts
 * (代办人看结果): the notice is what they were asked to get. What others sent, or what the holder has
 * besides, is not shown to them.
 */
@Component
class OutcomeReaders implements LetsRead {
  private final SubmissionStore store;
  private final Acting acting;

  OutcomeReaders(SubmissionStore store, Acting acting) {
    this.store = store;
    this.acting = acting;
  }

  @Override
  public Optional<Mandate> findMandate(Viewer viewer, UUID credential) {
    return !viewer.signedIn()
        ? Optional.empty()
        : store
            .findByOutcome(credential)
            .filter(sent -> sent.visit() == null && sent.account().equals(viewer.account()))
            .flatMap(sent -> acting.findMandate(viewer, sent));
  }
}
