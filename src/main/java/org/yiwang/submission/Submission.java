package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;
import org.yiwang.pack.Language;

/**
 * An application that was sent (申报): one filled form, and the cases that came of it.
 *
 * @param party whom it is for, and to whom the outcome is issued
 * @param language of the person, for what is told
 */
record Submission(
    UUID id,
    String account,
    UUID party,
    Target target,
    Language language,
    Filled filled,
    Instant submitted) {
  String subject() {
    return "submission:" + id;
  }

  Submission with(Filled other) {
    return new Submission(id, account, party, target, language, other, submitted);
  }
}
