package org.yiwang.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credentials;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * Revokes what came out of an application for a reason of its own (撤销已发证照), and gives it back when
 * the reason falls away.
 */
@Component
class TakeBack {
  private final SubmissionStore store;
  private final Matters matters;
  private final Credentials credentials;
  private final Parties parties;
  private final IssueOutcome issueOutcome;
  private final EarlierApplications earlier;

  TakeBack(
      SubmissionStore store,
      Matters matters,
      Credentials credentials,
      Parties parties,
      IssueOutcome issueOutcome,
      EarlierApplications earlier) {
    this.earlier = earlier;
    this.store = store;
    this.matters = matters;
    this.credentials = credentials;
    this.parties = parties;
    this.issueOutcome = issueOutcome;
  }

  /**
   * Revokes the credentials of all matters of an application that needed this evidence. One that an
   * officer revoked before stays so, for that reason: nothing gives it back.
   *
   * @param why {@code promise:ID} or {@code owed:ID}
   * @param reason what the holder and whoever checks it read
   * @return whether there was one that counted
   */
  boolean revoke(UUID submission, String evidence, String why, Text reason) {
    parties.holdRelations(); // before the first of several credentials, as for each of them
    boolean any = false;
    for (Part part : store.listParts(submission)) {
      if (part.credential() != null
          && part.takenBack() == null
          && needs(part, evidence)
          && credentials.revokeIfNot(part.credential(), reason, Actor.SYSTEM)) {
        store.takenBack(submission, part.matter(), why);
        any = true;
      }
    }
    return any;
  }

  private boolean needs(Part part, String evidence) {
    return matters.getMatter(part.matter()).evidence().stream()
        .anyMatch(one -> one.id().equals(evidence));
  }

  /**
   * Issues anew what was revoked for that reason, unless the party was granted another one
   * meanwhile of what everybody has once; whether there was anything.
   */
  boolean restore(Submission sent, String why) {
    boolean any = false;
    for (Part part : store.listParts(sent.id())) {
      if (why.equals(part.takenBack()) && part.number() != null && mayHaveIt(sent, part)) {
        UUID fresh = issueOutcome.issue(sent, part.matter(), part.number());
        store.restored(sent.id(), part.matter(), fresh);
        succeed(part.credential(), fresh);
        any = true;
      }
    }
    return any;
  }

  private void succeed(@Nullable UUID former, @Nullable UUID fresh) {
    if (former != null && fresh != null) {
      credentials.succeed(former, fresh);
    }
  }

  private boolean mayHaveIt(Submission sent, Part part) {
    return earlier.findOther(sent, matters.getMatter(part.matter())).isEmpty();
  }
}
