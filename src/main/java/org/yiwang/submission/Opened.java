package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.Viewer;

/**
 * An application that was opened, to see it or to go on with it.
 *
 * @param viewer who opened it; nobody by a code
 * @param visit at which an officer opened it for whoever stands there; null for anybody else
 * @param until when it closes again, where its case code opened it and nobody has signed in for it;
 *     null anywhere else
 */
record Opened(
    Submission sent, Viewer viewer, @Nullable CounterVisit visit, @Nullable Instant until) {
  static Opened byCode(Submission sent, Instant until) {
    return new Opened(sent, Viewer.anonymous(), null, until);
  }

  static Opened by(Viewer viewer, Submission sent) {
    return new Opened(sent, viewer, null, null);
  }

  boolean byCode() {
    return until != null;
  }

  /** Address of its page, and before what is done there. */
  String href() {
    return (byCode() ? "/follow/" : "/applications/") + sent.id();
  }

  @Nullable UUID visitId() {
    return visit == null ? null : visit.id();
  }

  /** Page of the visit; empty where it was not opened at the counter. */
  String counter() {
    return visit == null ? "" : visit.href();
  }
}
