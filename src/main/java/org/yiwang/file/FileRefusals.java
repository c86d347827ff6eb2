package org.yiwang.file;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why something about a file was not done. */
final class FileRefusals {
  private FileRefusals() {}

  static RefusedException missing() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "file-missing",
            Text.of("您名下没有这份档案。", "This file is not yours."),
            Text.of("请从“我的档案”里选择。", "Choose from your own files.")));
  }

  static RefusedException relationOver() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.OUTDATED,
            "file-relation-over",
            Text.of("这项关系已经结束了。", "This relation has ended already."),
            Text.of(
                "不用再办；在档案的“以前的关系”里可以看到。",
                "There is nothing to do; it stands among the former ones on the file.")));
  }

  /** About {@code case}, which is no field: the page leads from it to that case. */
  static RefusedException relationAsked(String number) {
    return new RefusedException(
        new Refusal(
            Refusal.Kind.OUTDATED,
            "file-relation-asked",
            "case",
            Text.of("您已经提出过这项更正，正在办（%s）。", "You have asked for this correction already (%s).")
                .with(number),
            Text.of(
                "请到那里查看进展；要改写理由，请在那里撤回后再提。",
                "See there how it goes; to give another reason, withdraw it there and ask again.")));
  }

  static RefusedException notHere() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "file-ask-nobody",
            Text.of("这里还没有人受理这类请求。", "Nobody takes this up here yet."),
            Text.of("请打热线。", "Please ring the hotline.")));
  }

  static Refusal valueWrong(Text next) {
    return Refusal.invalid(
        "file-value-wrong", "value", Text.of("正确内容填得不对。", "What is right cannot be so."), next);
  }

  static Refusal valueSame() {
    return Refusal.invalid(
        "file-value-same",
        "value",
        Text.of("和档案里的一样。", "This is what the file says already."),
        Text.of("请填写正确的内容。", "Write what is right."));
  }

  static Refusal whyMissing() {
    return Refusal.invalid(
        "file-why-missing",
        "why",
        Text.of("还没有写理由。", "There is no reason yet."),
        Text.of("请写明为什么不对，最多 1000 字。", "Say why it is wrong, in at most 1,000 characters."));
  }

  static Refusal numberUnknown() {
    return Refusal.invalid(
        "file-number-unknown",
        "number",
        Text.of("没有这个号码的档案。", "No file has this number."),
        Text.of(
            "请核对证件号码或统一社会信用代码，要填完整。", "Check the identity number or credit code; give all of it."));
  }

  static Refusal nobodyNamed() {
    return Refusal.invalid(
        "mandate-nobody-named",
        "named",
        Text.of("还没有填对方是谁，或者填得太长。", "You have not said who it is, or in too many words."),
        Text.of(
            "请填对方的账号、统一社会信用代码，或姓名加后四位，最多 100 字。",
            "Give the account, the firm's credit code, or the name with four digits; at most 100"
                + " characters."));
  }

  static Refusal partyUnknown(String field) {
    return Refusal.invalid(
        "mandate-party-unknown",
        field,
        Text.of(
            "没有找到这个人或企业，或者后四位不符。",
            "There is nobody like this here, or the last four digits do not fit."),
        Text.of(
            "请填对方的账号、统一社会信用代码，或姓名加手机号（证件号）后四位。",
            "Give the account or the firm's credit code, or the name with the last four digits of a"
                + " telephone or identity number."));
  }
}
