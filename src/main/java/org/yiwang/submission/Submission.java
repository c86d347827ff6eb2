package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Matter;
import org.yiwang.pack.Language;

/**
 * An application that was sent (申报): one filled form, and the cases that came of it.
 *
 * @param account who sent it
 * @param party whom it is for, and to whom the outcome is issued
 * @param mandate under which it was sent; null for oneself or as a legal representative
 * @param visit at which it was taken in at the counter; null if nobody took it in
 * @param firm the firm that came of it, if one did
 * @param language of the person, for what is told
 */
record Submission(
    UUID id,
    String account,
    UUID party,
    @Nullable UUID mandate,
    @Nullable UUID visit,
    @Nullable UUID firm,
    Target target,
    Language language,
    Filled filled,
    Instant submitted) {
  String subject() {
    return "submission:" + id;
  }

  /** Whose a matter of it is: the firm's once there is one, where only firms may ask. */
  UUID partyOf(Matter matter) {
    return firm != null && !matter.applicants().contains(Matter.Applicant.PERSON) ? firm : party;
  }

  Submission with(Filled other) {
    return new Submission(
        id, account, party, mandate, visit, firm, target, language, other, submitted);
  }
}
