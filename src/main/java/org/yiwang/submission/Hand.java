package org.yiwang.submission;

import org.jspecify.annotations.Nullable;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;

/**
 * Who goes on with an application that was sent (谁来续办): somebody who has signed in, for themselves,
 * for somebody else or at the counter, or whoever opened that one application by its case code.
 *
 * @param viewer who has signed in; nobody by a code
 * @param code what was opened by a code; null for whoever has signed in
 */
record Hand(Viewer viewer, OpenByCode.@Nullable Held code) {

  static Hand of(Viewer viewer) {
    return new Hand(viewer, null);
  }

  /** Whoever else sits signed in at that screen: a code acts for itself. */
  static Hand byCode(OpenByCode.Held code) {
    return new Hand(Viewer.anonymous(), code);
  }

  /** Whose a file is that they upload; what a code uploads ends with it unless it was sent. */
  Papers.By uploads(Opened opened) {
    return code == null
        ? new Papers.By(viewer.requireSignedIn(), opened.visitId())
        : Papers.By.code(code.code());
  }

  Actor actor(Acting.For who) {
    return code == null ? SubmitDraft.actor(viewer, who) : OpenByCode.HOLDER;
  }
}
