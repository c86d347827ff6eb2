package org.yiwang.identity;

import org.yiwang.pack.Text;

/**
 * A name as pages of administration and audit show it (显示姓名): whoever works here in full, a
 * resident in part.
 */
final class ShownName {
  private ShownName() {}

  static Text of(Account account) {
    return account.unit() == null ? inPart(account.name()) : account.name();
  }

  static Text inPart(Text name) {
    return Text.of(inPart(name.zh()), inPart(name.en()));
  }

  private static String inPart(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }
}
