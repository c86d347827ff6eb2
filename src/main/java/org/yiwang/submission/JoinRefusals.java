package org.yiwang.submission;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why an account does not join a file. */
final class JoinRefusals {
  static final Text AT_COUNTER =
      Text.of("也可以带证件原件到窗口认领。", "Or join it at a counter, with your document.");
  static final Text NEW_CODE =
      Text.of("请本人在账户里重新取认领码。", "Have them make a new code in their account.");

  private JoinRefusals() {}

  /** The same whatever is wrong, so that nobody learns who has a file. */
  static RefusedException wrong() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "join-wrong",
            Text.of("姓名、证件号码和办件码对不上。", "Name, number and case code do not fit."),
            Text.of(
                "请照证件和最近一张凭条再输一遍；还是不行，请带证件原件到窗口认领。",
                "Type them again from your document and your newest slip; or come to a counter with the document.")));
  }

  static RefusedException workAccount() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "join-work-account",
            Text.of("工作账户不能认领档案。", "An account for work joins no file."),
            Text.of("请用您个人的账户登录。", "Sign in with an account of your own.")));
  }

  static Refusal codeUnknown() {
    return Refusal.invalid(
        "join-code-unknown",
        "code",
        Text.of("没有这个认领码，或已过期。", "There is no such code, or it has run out."),
        Text.of(
            "请照本人屏幕上的再输一遍；认领码 24 小时有效，可以重新取。",
            "Type it again from their screen; a code is good for 24 hours, and they can make a new one."));
  }
}
