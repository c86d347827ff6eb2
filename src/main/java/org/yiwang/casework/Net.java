package org.yiwang.casework;

import java.util.Locale;
import org.yiwang.pack.Text;

/**
 * What cases are by how they come in (业务类型): figures of one net say nothing about another, so each
 * is counted for itself.
 */
public enum Net {
  /** Something in the street that was reported. */
  REPORTS(Text.of("诉求", "Reports")),
  /** Something that was applied for. */
  APPLICATIONS(Text.of("申请", "Applications")),
  /** What people ask about their own file. */
  FILES(Text.of("档案请求", "Requests about files"));

  private final Text words;

  Net(Text words) {
    this.words = words;
  }

  public Text words() {
    return words;
  }

  /** As an address has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
