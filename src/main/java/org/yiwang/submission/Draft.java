package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;

/**
 * An application being written (草稿): on whatever device its account signs in.
 *
 * @param party whom it is for
 * @param version counts changes
 */
record Draft(
    UUID id,
    String account,
    UUID party,
    Target target,
    Filled filled,
    int version,
    Instant changed) {
  Draft with(Filled other) {
    return new Draft(id, account, party, target, other, version, changed);
  }

  String href() {
    return "/drafts/" + id;
  }
}
