package org.yiwang.credential;

import java.util.Locale;
import org.yiwang.pack.Text;
import org.yiwang.page.Tone;

/** What checking a credential finds (查验结论), and what to do about it. */
enum Finding {
  GENUINE(
      Tone.DONE,
      Text.of("真实有效。", "Genuine and valid."),
      Text.of("请核对出示人是不是证照上的人。", "Check that the person in front of you is the one it names.")),
  FOR_RECIPIENT(
      Tone.SOON,
      Text.of("这是只供一次、指定给一方使用的出示。", "This was shared for one use by one recipient."),
      Text.of("您就是被指定的一方时，再确认使用。", "Use it only if you are that recipient.")),
  EXPIRED(
      Tone.LATE,
      Text.of("真实，但已过有效期。", "Genuine, but expired."),
      Text.of("请持有人续办或换发。", "Ask the holder to renew it.")),
  NOT_YET(
      Tone.LATE,
      Text.of("真实，但还没有生效。", "Genuine, but not yet valid."),
      Text.of("请看生效时间，或核对这台设备的时间。", "See from when it is valid, and check this machine's clock.")),
  REVOKED(
      Tone.LATE,
      Text.of("真实，但已被发证单位注销。", "Genuine, but revoked by its issuer."),
      Text.of("不能再使用，请向发证单位了解原因。", "It must not be used; the issuer can tell why.")),
  TAMPERED(
      Tone.LATE,
      Text.of(
          "签名不对：内容被改动，或不是所称单位签发的。",
          "The signature is wrong: it was altered, or not made by the issuer it names."),
      Text.of(
          "不要使用，请持有人从“我的证照”重新出示。",
          "Do not use it; ask the holder to present it again from the wallet.")),
  NOT_MATCHING(
      Tone.LATE,
      Text.of("出示的内容与发证单位签发的不相符。", "What is shown does not match what the issuer signed."),
      Text.of(
          "不要使用，请持有人从“我的证照”重新出示。",
          "Do not use it; ask the holder to present it again from the wallet.")),
  UNKNOWN_ISSUER(
      Tone.LATE,
      Text.of(
          "不认识签发它的单位，或与对方没有互认约定。",
          "The issuer is not known here, or nothing has been agreed with it."),
      Text.of("请到签发地的查验网站核实。", "Check it at the issuer's own site.")),
  UNKNOWN_KEY(
      Tone.LATE,
      Text.of("发证单位没有公布过签它的密钥。", "The issuer has never published the key that signed it."),
      Text.of("不要使用，请向发证单位核实。", "Do not use it; ask the issuer.")),
  HOLDER_NOT_PROVEN(
      Tone.LATE,
      Text.of("出示人没有证明自己是持有人。", "Whoever shows it has not proven to be its holder."),
      Text.of("请持有人本人从“我的证照”出示。", "Ask the holder to present it from the wallet.")),
  WRONG_RECIPIENT(
      Tone.LATE,
      Text.of("这次出示是给别人的。", "It was shared with somebody else."),
      Text.of("请持有人重新出示给您。", "Ask the holder to present it to you.")),
  ALREADY_USED(
      Tone.LATE,
      Text.of("这次出示已经用过一次。", "This presentation has been used already."),
      Text.of("每次出示只能用一次，请持有人重新出示。", "Each can be used once; ask the holder for a new one.")),
  OVER(
      Tone.LATE,
      Text.of("这次出示的期限已过。", "The time of this presentation is over."),
      Text.of("请持有人重新出示。", "Ask the holder for a new one.")),
  WITHDRAWN(
      Tone.LATE,
      Text.of("持有人已撤回这次出示。", "The holder has withdrawn this presentation."),
      Text.of("请向持有人了解。", "Ask the holder.")),
  NOT_CHECKED(
      Tone.SOON,
      Text.of("现在查不到它是否已被注销。", "Whether it was revoked cannot be found out now."),
      Text.of(
          "签名和期限已核对，请稍后再查一次。", "Signature and dates were checked; try again in a few minutes.")),
  TOO_LARGE(
      Tone.LATE,
      Text.of("内容太长，不会是证照。", "It is too long to be a credential."),
      Text.of("请只粘贴二维码里的文字，或上传证照文件。", "Paste only the text of the QR code, or upload the file.")),
  UNREADABLE(
      Tone.LATE,
      Text.of("这不是证照，或不完整。", "This is not a credential, or not a whole one."),
      Text.of(
          "请完整粘贴二维码里的文字，或上传证照的 PDF、OFD 文件。",
          "Paste the whole text of the QR code, or upload the PDF or OFD file.")),
  NO_CODE(
      Tone.LATE,
      Text.of("图片上没有看清二维码。", "No code can be made out on the picture."),
      Text.of(
          "请走近些再拍一张（JPG 或 PNG）：二维码占满画面、四角都在，光线匀、不反光，对好焦；也可以粘贴二维码里的文字，或上传证照原文件。",
          "Go closer and take another one (JPG or PNG): the code fills the picture, all four corners in"
              + " it, even light, no glare, in focus. Or paste its text, or upload the credential's"
              + " own file."));

  private final Tone tone;
  private final Text says;
  private final Text next;

  Finding(Tone tone, Text says, Text next) {
    this.tone = tone;
    this.says = says;
    this.next = next;
  }

  Tone tone() {
    return tone;
  }

  Text says() {
    return says;
  }

  Text next() {
    return next;
  }

  /** For programs, e.g. {@code not-matching}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether what it says is certain, even if it does not count any more. */
  boolean authentic() {
    return this == GENUINE
        || this == EXPIRED
        || this == REVOKED
        || this == NOT_YET
        || this == NOT_CHECKED;
  }
}
