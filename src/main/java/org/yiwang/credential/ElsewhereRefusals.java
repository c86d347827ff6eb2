package org.yiwang.credential;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why a presentation of another region is not taken, and what to do (异地证照的拒绝理由). */
final class ElsewhereRefusals {
  private ElsewhereRefusals() {}

  static RefusedException found(Finding finding) {
    return refused(finding.code(), finding.says(), next(finding));
  }

  /** What the holder can do, who is the one who reads it. */
  private static Text next(Finding finding) {
    return switch (finding) {
      case UNREADABLE, TOO_LARGE ->
          Text.of(
              "请在对方地区的出示页，把“整段出示内容”从头到尾复制过来。",
              "On the other region's page of the presentation, copy the whole token from end to end.");
      case UNKNOWN_ISSUER -> Text.of("请换一种办法提供这份材料。", "Please give this paper in another way.");
      case EXPIRED, REVOKED ->
          Text.of(
              "请先在发证地区换发，或换一种办法提供。",
              "Have it renewed where it was issued, or give this paper in another way.");
      case NOT_CHECKED ->
          Text.of(
              "对方地区暂时没有应答，请过几分钟再交；这次出示没有用掉。",
              "The other region does not answer now; try again in a few minutes. Nothing was used up.");
      default ->
          Text.of(
              "请在对方地区的“我的证照”里重新出示一次，再粘贴新的内容。",
              "Present it again in the other region's wallet and paste the new token.");
    };
  }

  static RefusedException onlyCode() {
    return refused(
        "only-code",
        Text.of(
            "这是链接或短码，只在发证地区有用。", "This is a link or a short code, of use only where it was made."),
        next(Finding.UNREADABLE));
  }

  static RefusedException otherRecipient(String address) {
    return refused(
        Finding.WRONG_RECIPIENT.code(),
        Finding.WRONG_RECIPIENT.says(),
        Text.of(
            "请重新出示，“给谁用”选本区，或写：" + address,
            "Present it again; under “Who may use it” choose this district, or write: " + address));
  }

  static RefusedException otherPurpose(Text purpose) {
    return refused(
        "other-purpose",
        Text.of("您同意的用途不是办这件事。", "You agreed to another purpose than this matter."),
        Text.of(
            "这次出示没有用掉，请撤回后重新出示，“做什么用”写：" + purpose.zh(),
            "Nothing was used up. Withdraw it and present it again; under “What for” write: "
                + purpose.en()));
  }

  static RefusedException fromHere() {
    return refused(
        "from-here",
        Text.of("这是本区的证照。", "This credential is of this district."),
        Text.of("请选“从我的证照调取”。", "Choose to fetch it from your credentials."));
  }

  static RefusedException otherType(Text shown, Text needed) {
    return refused(
        "other-type",
        Text.of(
            "出示的是“" + shown.zh() + "”，按约定不能当作“" + needed.zh() + "”。",
            "“"
                + shown.en()
                + "” was presented; it is not agreed that it counts as “"
                + needed.en()
                + "”."),
        Text.of("这次出示没有用掉，请换一张证照出示。", "Nothing was used up; present another credential."));
  }

  static RefusedException notShown(Text claim) {
    return refused(
        "not-shown",
        Text.of("出示的内容里没有“" + claim.zh() + "”。", "“" + claim.en() + "” was not shown."),
        Text.of(
            "这次出示没有用掉，请撤回后重新出示，并勾选这一项。",
            "Nothing was used up. Withdraw it, present it again and tick this too."));
  }

  static RefusedException otherHolder(Text claim) {
    return refused(
        "other-holder",
        Text.of(
            "这张证照是别人的：“" + claim.zh() + "”与档案不符。",
            "This credential is somebody else's: “" + claim.en() + "” differs from the file."),
        Text.of(
            "这次出示没有用掉。请用申请人本人的证照；档案里写错的，请先在“我的档案”申请更正。",
            "Nothing was used up. Use a credential of the one who applies; if the file is wrong, ask for a"
                + " correction in “My file” first."));
  }

  private static RefusedException refused(String code, Text says, Text next) {
    return new RefusedException(Refusal.invalid("credential-" + code, "token", says, next));
  }
}
