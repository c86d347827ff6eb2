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

  static RefusedException needsCase() {
    return of(
        Refusal.Kind.INVALID,
        "file-needs-case",
        Text.of("没有说明为哪件办件查看。", "It is not said for which case this is."),
        Text.of("请选正在办的那一件。", "Choose the one that you are working on."));
  }

  static Refusal personUnnamed() {
    return Refusal.invalid(
        "person-unnamed",
        "name",
        Text.of("还没有填姓名。", "There is no name."),
        Text.of("请照证件上的写，60 字以内。", "Write it as the document has it, at most 60 characters."));
  }

  static Refusal numberWrong(Text next) {
    return Refusal.invalid(
        "person-number",
        "number",
        Text.of("证件号码不对。", "The number of the document is not right."),
        Text.of("请对照证件原件。" + next.zh(), "Compare it with the original. " + next.en()));
  }

  static Refusal personKnown() {
    return Refusal.invalid(
        "person-known",
        "number",
        Text.of("这个号码已经有档案。", "There is a file with this number already."),
        Text.of("请回到“窗口代收”，用这个号码接待。", "Go back to the counter page and receive them by it."));
  }

  static Refusal phoneWrong() {
    return Refusal.invalid(
        "person-phone",
        "phone",
        Text.of("手机号不对。", "The telephone number is not right."),
        Text.of("请核对每一位；没有可以不填。", "Check each digit; leave it empty if there is none."));
  }

  static Refusal noNumbersHere() {
    return Refusal.invalid(
        "person-no-numbers",
        "number",
        Text.of("本区的档案目录里没有可用的证件号码。", "No number is declared here by which people are known."),
        Text.of("请在 party.yaml 里声明一种。", "Declare one in party.yaml that identifies a person."));
  }

  static Refusal firmUnnamed() {
    return Refusal.invalid(
        "firm-unnamed",
        "firm",
        Text.of("还没有填企业名称。", "There is no name of the firm."),
        Text.of("请照执照上的写，100 字以内。", "Write it as the licence has it, at most 100 characters."));
  }

  static Refusal codeWrong(Text next) {
    return Refusal.invalid(
        "firm-code",
        "code",
        Text.of("统一社会信用代码不对。", "The credit code is not right."),
        Text.of("请对照执照原件。" + next.zh(), "Compare it with the licence. " + next.en()));
  }

  static Refusal firmKnown() {
    return Refusal.invalid(
        "firm-known",
        "code",
        Text.of("这个代码已经有档案。", "There is a file with this code already."),
        Text.of("请回到“窗口代收”，用这个代码接待。", "Go back to the counter page and receive them by it."));
  }

  static Refusal representativeNamed() {
    return Refusal.invalid(
        "firm-representative",
        "name",
        Text.of("姓名和这个号码的档案对不上。", "The name does not fit the file with this number."),
        Text.of("请对照法定代表人的证件原件。", "Compare both with the representative's document."));
  }

  static Refusal noCodesHere() {
    return Refusal.invalid(
        "firm-no-codes",
        "code",
        Text.of("本区的档案目录里没有可用的企业代码。", "No code is declared here by which firms are known."),
        Text.of("请在 party.yaml 里声明一种。", "Declare one in party.yaml that identifies a firm."));
  }

  static RefusedException accountHasFile() {
    return of(
        Refusal.Kind.OUTDATED,
        "join-has-file",
        Text.of(
            "这个账户的档案里已经有内容，两份档案不自动合并。",
            "This account's file holds something already; two are not merged."),
        Text.of(
            "窗口办的那件，仍凭办件码在“查进展”里看、办；或带证件原件到窗口问。",
            "What was taken in at the counter you still follow with its case code under “Look up”; or ask at a counter, with your document."));
  }

  static RefusedException fileHasAccount() {
    return of(
        Refusal.Kind.OUTDATED,
        "join-taken",
        Text.of("这份档案刚刚被另一个账户认领了。", "Another account has just joined this file."),
        Text.of(
            "如果不是您，请马上带证件原件到窗口。",
            "If that was not you, come to a counter at once, with your document."));
  }

  static RefusedException notJoined() {
    return of(
        Refusal.Kind.OUTDATED,
        "join-none",
        Text.of("这份档案没有被账户认领。", "No account has joined this file."),
        Text.of("请刷新页面看最新情况。", "Reload the page to see how it stands."));
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
