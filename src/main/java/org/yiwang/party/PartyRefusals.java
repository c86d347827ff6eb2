package org.yiwang.party;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why a file stays closed, or a mandate does not come about. */
final class PartyRefusals {
  private PartyRefusals() {}

  static RefusedException fileMissing() {
    return of(
        Refusal.Kind.MISSING,
        "file-missing",
        Text.of("没有这份档案。", "There is no such file."),
        Text.of("请核对号码后再查。", "Check the number and search again."));
  }

  static RefusedException noCase() {
    return of(
        Refusal.Kind.FORBIDDEN,
        "file-no-case",
        Text.of(
            "当事人没有在您职责范围内办理中的事项，不能查看其档案。",
            "This party has no open case within your reach, so the file stays closed."),
        Text.of("请从办件页面进入，或请有权限的同事查看。", "Come from a case, or ask a colleague who may."));
  }

  static RefusedException needsReason() {
    return new RefusedException(
        Refusal.invalid(
            "file-needs-reason",
            "why",
            Text.of(
                "没有办理中的事项时，查看档案要写明理由。",
                "Without an open case, a file is opened only with a written reason."),
            Text.of(
                "请写至少 6 个字；本人和审计员都会看到。",
                "Write at least six characters; the person and the auditors will read it.")));
  }

  static RefusedException mandateMissing() {
    return of(
        Refusal.Kind.MISSING,
        "mandate-missing",
        Text.of("没有这项授权。", "There is no such mandate."),
        Text.of("请看“代办授权”。", "Please look at your mandates."));
  }

  static RefusedException mandateOver() {
    return of(
        Refusal.Kind.OUTDATED,
        "mandate-over",
        Text.of("这项授权已经有了结果。", "This mandate was answered or ended before."),
        Text.of("请刷新页面看最新情况。", "Reload the page to see how it stands."));
  }

  static RefusedException mandateWrong(String field, Text says, Text next) {
    return new RefusedException(Refusal.invalid("mandate-wrong", field, says, next));
  }

  private static RefusedException of(Refusal.Kind kind, String code, Text says, Text next) {
    return new RefusedException(Refusal.of(kind, code, says, next));
  }
}
