package org.yiwang.casework;

import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.ReceiptGate;

/**
 * Who may have receipts of a case (办件凭条): whoever works within reach of it, for all that was done,
 * naming colleagues and not whom it is done for; whoever reported it, for its opening and for looks
 * at it. What officers note on the way is not for whoever reported, so receipts of that are not
 * either.
 */
@Component
class CaseReceiptGate implements ReceiptGate {
  private static final String CASES = "case:";
  private static final String LOOKS = "access.";

  private final CaseStore store;
  private final Viewers viewers;
  private final CaseNames names;

  CaseReceiptGate(CaseStore store, Viewers viewers, CaseNames names) {
    this.names = names;
    this.store = store;
    this.viewers = viewers;
  }

  @Override
  public Shown shows(Entry entry) {
    Viewer viewer = viewers.current();
    return viewer.signedIn() && entry.subject().startsWith(CASES)
        ? store
            .find(entry.subject().substring(CASES.length()))
            .map(of -> shows(viewer, of, entry))
            .orElse(Shown.NOTHING)
        : Shown.NOTHING;
  }

  private Shown shows(Viewer viewer, Case of, Entry entry) {
    boolean look = entry.kind().startsWith(LOOKS);
    String account = viewer.requireSignedIn();
    if (!look && viewer.may(Permission.SEE_CASES) && CaseScope.covers(viewer.reach(), of)) {
      return names.isResident(entry.actor()) ? Shown.UNNAMED : Shown.ALL;
    }
    if (account.equals(of.origin().reporterAccount())
        && (look || entry.kind().equals(CaseEntries.OPENED))) {
      return account.equals(entry.actor().account()) ? Shown.ALL : Shown.UNNAMED;
    }
    return Shown.NOTHING;
  }
}
