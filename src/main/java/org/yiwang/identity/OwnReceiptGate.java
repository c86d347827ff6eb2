package org.yiwang.identity;

import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.ReceiptGate;

/**
 * Receipts that do not hang on a case (凭条查看权): everybody for looks they took themselves, auditors
 * for all looks, administrators for what was done with accounts and programs. Of residents, who act
 * for others, both learn what was done and not the name.
 */
@Component
class OwnReceiptGate implements ReceiptGate {
  private final Viewers viewers;
  private final Accounts accounts;

  OwnReceiptGate(Viewers viewers, Accounts accounts) {
    this.viewers = viewers;
    this.accounts = accounts;
  }

  @Override
  public Shown shows(Entry entry) {
    Viewer viewer = viewers.current();
    if (isLook(entry) && tookIt(viewer, entry)) {
      return Shown.ALL;
    }
    return opens(viewer, entry) ? named(entry) : Shown.NOTHING;
  }

  private static boolean isLook(Entry entry) {
    return entry.kind().startsWith(AccessLog.KINDS);
  }

  private Shown named(Entry entry) {
    return accounts.findActor(entry.actor().account()).filter(accounts::isResident).isPresent()
        ? Shown.UNNAMED
        : Shown.ALL;
  }

  private static boolean opens(Viewer viewer, Entry entry) {
    return switch (entry.kind().replaceFirst("\\..*", "")) {
      case "access" -> viewer.may(Permission.SEE_ACCESS_LOG);
      case "account", "program" -> viewer.may(Permission.ADMINISTER);
      default -> false;
    };
  }

  private static boolean tookIt(Viewer viewer, Entry entry) {
    return viewer.account() != null && viewer.account().equals(entry.actor().account());
  }
}
