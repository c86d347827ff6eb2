package org.yiwang.identity;

import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.ReceiptGate;

/**
 * Receipts that do not hang on a case (凭条查看权): everybody for looks they took themselves, auditors
 * for all looks, administrators for what was done with accounts and programs.
 */
@Component
class OwnReceiptGate implements ReceiptGate {
  private final Viewers viewers;

  OwnReceiptGate(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public Shown shows(Entry entry) {
    return opens(viewers.current(), entry) ? Shown.ALL : Shown.NOTHING;
  }

  private static boolean opens(Viewer viewer, Entry entry) {
    return switch (entry.kind().replaceFirst("\\..*", "")) {
      case "access" -> viewer.may(Permission.SEE_ACCESS_LOG) || tookIt(viewer, entry);
      case "account", "program" -> viewer.may(Permission.ADMINISTER);
      default -> false;
    };
  }

  private static boolean tookIt(Viewer viewer, Entry entry) {
    return viewer.account() != null && viewer.account().equals(entry.actor().account());
  }
}
