package org.yiwang.submission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.PresentRequest;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;
import org.yiwang.submission.Recipients.Recipient;

/**
 * Uses the credentials that the person agreed to (调取证照): shown once to each unit that reads one,
 * only the claims its matters ask for, for this application. So the holder finds every reader among
 * the uses of the credential. {@link ConsentWords} says the same before it is done.
 */
@Component
class UseCredentials {
  /** How long the consent counts from the moment of sending; it is used up right then. */
  static final Duration LASTS = Duration.ofMinutes(5);

  private final Credentials credentials;
  private final Recipients recipients;

  UseCredentials(Credentials credentials, Recipients recipients) {
    this.credentials = credentials;
    this.recipients = recipients;
  }

  /**
   * @return what they said, by evidence and claim
   * @throws RefusedException if a credential does not count any more
   */
  Map<String, Map<String, String>> use(Drafts.Open open, Actor actor) {
    Map<String, Map<String, String>> fetched = new HashMap<>();
    for (Evidence evidence : open.evidence()) {
      Supply supply = open.draft().filled().supplies().get(evidence.id());
      if (supply != null && supply.way() == Way.FETCH && supply.id() != null) {
        fetched.put(evidence.id(), use(open, evidence, supply.id(), actor));
      }
    }
    return fetched;
  }

  private Map<String, String> use(Drafts.Open open, Evidence evidence, UUID chosen, Actor actor) {
    Map<String, String> read = new HashMap<>();
    for (Recipient recipient : recipients.of(open, evidence, chosen)) {
      var request =
          new PresentRequest(
              chosen,
              recipient.claims(),
              open.wanted().name().zh(),
              recipient.unit(),
              LASTS,
              actor);
      read.putAll(credentials.take(credentials.present(request).token(), recipient.unit()));
    }
    return read;
  }
}
