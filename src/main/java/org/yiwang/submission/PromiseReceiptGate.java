package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.ReceiptGate;

/**
 * Who may have receipts of a promise (承诺凭条): whom it was made for, and who acts for them,, and
 * whoever checks it.
 */
@Component
class PromiseReceiptGate implements ReceiptGate {
  private static final String PROMISES = SignedPromise.PREFIX;

  private final PromiseStore store;
  private final Acting acting;
  private final Cases cases;
  private final Viewers viewers;

  PromiseReceiptGate(PromiseStore store, Acting acting, Cases cases, Viewers viewers) {
    this.acting = acting;
    this.store = store;
    this.cases = cases;
    this.viewers = viewers;
  }

  @Override
  public Shown shows(Entry entry) {
    Viewer viewer = viewers.current();
    if (!viewer.signedIn() || !entry.subject().startsWith(PROMISES)) {
      return Shown.NOTHING;
    }
    UUID id = UUID.fromString(entry.subject().substring(PROMISES.length()));
    return store.find(id).filter(promise -> may(viewer, promise)).isPresent()
        ? Shown.ALL
        : Shown.NOTHING;
  }

  private boolean may(Viewer viewer, SignedPromise promise) {
    String number = promise.check();
    return acting.find(viewer, promise.party(), List.of(promise.matter())).isPresent()
        || (number != null
            && viewer.may(Permission.SEE_CASES)
            && cases.find(number, viewer).isPresent());
  }
}
