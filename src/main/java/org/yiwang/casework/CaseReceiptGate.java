package org.yiwang.casework;

import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.ReceiptGate;

/**
 * Who may have receipts of a case (办件凭条): whoever works within reach of it, for all that was done;
 * whoever reported it, for its opening and for looks at it. What officers note on the way is not
 * for whoever reported, so receipts of that are not either.
 */
@Component
class CaseReceiptGate implements ReceiptGate {
  private static final String CASES = "case:";
  private static final String LOOKS = "access.";

  private final CaseStore store;
  private final Viewers viewers;

  CaseReceiptGate(CaseStore store, Viewers viewers) {
    this.store = store;
    this.viewers = viewers;
  }

  @Override
  public boolean opens(Entry entry) {
    Viewer viewer = viewers.current();
    return viewer.signedIn()
        && entry.subject().startsWith(CASES)
        && store
            .find(entry.subject().substring(CASES.length()))
            .filter(of -> opens(viewer, of, entry.kind()))
            .isPresent();
  }

  private static boolean opens(Viewer viewer, Case of, String kind) {
    boolean look = kind.startsWith(LOOKS);
    boolean reported = viewer.requireSignedIn().equals(of.origin().reporterAccount());
    return (reported && (look || kind.equals(CaseEntries.OPENED)))
        || (!look && viewer.may(Permission.SEE_CASES) && CaseScope.covers(viewer.reach(), of));
  }
}
