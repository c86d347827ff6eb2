package org.yiwang.casework;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Sentences for what cannot be done with a case. */
final class CaseRefusals {
  private CaseRefusals() {}

  static RefusedException missing(String number) {
    String shown = number.length() > 40 ? number.substring(0, 40) + "…" : number;
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "case-missing",
            Text.of("没有编号为 %s 的办件。", "There is no case with the number %s.").with(shown),
            Text.of("请核对编号，或用地址、文字检索。", "Check the number, or search by address or text.")));
  }

  static Refusal outdated() {
    return Refusal.of(
        Refusal.Kind.OUTDATED,
        "case-outdated",
        Text.of("您打开页面之后，这件事已有新的进展。", "This case has moved on since you opened the page."),
        Text.of(
            "请刷新页面，看过最新情况后再操作；您填写的内容没有保存到办件。",
            "Reload the page and look again before you act; nothing was changed."));
  }

  /** It belongs to more than the case: see {@link OwnEntrance}. */
  static Refusal elsewhere(Text action) {
    return Refusal.of(
        Refusal.Kind.FORBIDDEN,
        "case-action-elsewhere",
        Text.of("“%s”不能在这里办。", "“%s” cannot be done here.").with(action),
        Text.of(
            "请在“我的办件”的申请页、办件码页或窗口，打开这一项填写后提交。",
            "Open it on the application's page, by its case code or at the counter, fill it in and send it."));
  }

  static Refusal noSuchAction(Text step) {
    return Refusal.of(
        Refusal.Kind.OUTDATED,
        "case-action-not-here",
        Text.of(
            "在“%s”环节没有这个操作。".formatted(step.zh()),
            "This cannot be done while the case is “%s”.".formatted(step.en())),
        Text.of("请刷新页面，按页面上的操作办理。", "Reload the page and choose from what it offers."));
  }
}
