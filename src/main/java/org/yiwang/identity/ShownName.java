package org.yiwang.identity;

import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

/**
 * A name as pages of administration and audit show it (显示姓名): whoever works here in full, a
 * resident in part.
 */
@Component
final class ShownName {
  private final Accounts accounts;

  ShownName(Accounts accounts) {
    this.accounts = accounts;
  }

  Text of(Account account) {
    Text name = account.name();
    return accounts.isResident(account) ? Text.of(inPart(name.zh()), inPart(name.en())) : name;
  }

  /** As {@code party.Masked} writes it, a floor above. */
  private static String inPart(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }
}
