package org.yiwang.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;

/** Makes the credential that comes out of a matter (制证), when granted or given back. */
@Component
class IssueOutcome {
  private final Matters matters;
  private final Credentials credentials;

  IssueOutcome(Matters matters, Credentials credentials) {
    this.matters = matters;
    this.credentials = credentials;
  }

  /**
   * @param number of the case that it comes from
   * @return the credential; null for a matter from which none comes
   */
  @Nullable UUID issue(Submission sent, String id, String number) {
    Matter.Outcome outcome = matters.getMatter(id).outcome();
    if (outcome.credential() == null) {
      return null;
    }
    Map<String, String> claims = new HashMap<>();
    outcome
        .claims()
        .forEach(
            (claim, question) -> {
              String answer = sent.filled().answers().at(question);
              if (answer != null) {
                claims.put(claim, answer);
              }
            });
    return credentials
        .issue(
            new NewCredential(
                outcome.credential(), sent.party(), claims, null, number, Actor.SYSTEM))
        .id();
  }
}
