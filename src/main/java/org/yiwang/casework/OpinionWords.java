package org.yiwang.casework;

import java.util.Objects;
import org.yiwang.journal.Entry;
import org.yiwang.page.Page;

/** What the journal says about opinions, in words. */
final class OpinionWords {
  private OpinionWords() {}

  /** What a unit said, or that its silence counts as consent (逾期视为同意). */
  static String said(Page page, Entry answer) {
    return answer.fact("silence") == null
        ? page.t(
            Objects.requireNonNullElse(answer.fact("says-zh"), "已答复"),
            Objects.requireNonNullElse(answer.fact("says-en"), "Answered"))
        : page.t("逾期未答复，视为同意", "No answer in time, which counts as consent");
  }
}
