package org.yiwang.credential;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * Why a request between two regions' wallets is not answered or taken, and what to do (跨区调取的拒绝理由).
 */
final class AskedRefusals {
  private static final Text OVER = Text.of("这次调取已过时限。", "The time for this request is over.");
  private static final Text AGAIN =
      Text.of(
          "什么都没有给出。请回到对方的申请页，重新点“去取”。",
          "Nothing was given. Go back to the application there and fetch it anew.");
  private static final Text OTHER_WAY =
      Text.of(
          "什么都没有给出。请在申请页换一种办法提供这份材料。",
          "Nothing was given. On the application, give this paper in another way.");
  private static final Text ONCE_MORE =
      Text.of(
          "请在材料页重新去取，或换一种办法提供。",
          "Fetch it anew from the page of papers, or give this paper in another way.");

  private AskedRefusals() {}

  static RefusedException notAgreed() {
    return refused(
        "not-agreed",
        Text.of("与这个地区没有互认约定。", "Nothing is agreed with this region."),
        Text.of("请换一种办法提供这份材料。", "Please give this paper in another way."));
  }

  static RefusedException unknownAsker() {
    return refused(
        "unknown-asker",
        Text.of(
            "要调取您证照的地址不在互认名单上。",
            "The address that asks for your credential is not one with which anything is agreed."),
        OTHER_WAY);
  }

  static RefusedException silent() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.UNAVAILABLE,
            "credential-asker-silent",
            Text.of(
                "对方地区暂时没有应答，无法确认是不是它在调取。",
                "The other region does not answer, so nobody can tell whether it is the one who asks."),
            Text.of("请过几分钟再打开这个链接。", "Open this link again in a few minutes.")));
  }

  static RefusedException altered() {
    return refused(
        "request-altered",
        Text.of(
            "这份调取请求不完整或被改过，签名不对。",
            "This request is not whole or was changed: its signature does not fit."),
        AGAIN);
  }

  /** Genuine, but it says nothing that is answered here. */
  static RefusedException unreadable() {
    return refused(
        "request-unreadable",
        Text.of(
            "这份调取请求的写法本区不认：缺了内容，或要的是本区不给的。",
            "This request is not written as is answered here: something is missing, or is asked for"
                + " that is not given."),
        OTHER_WAY);
  }

  static RefusedException otherAddressee() {
    return refused(
        "request-elsewhere",
        Text.of("这份调取请求不是给本区的。", "This request is not for this region."),
        AGAIN);
  }

  static RefusedException strangeReturn() {
    return refused(
        "strange-return",
        Text.of(
            "请求要把内容送到别的地址，不是调取的地区。",
            "The request wants the answer sent to an address that is not the asking region's."),
        OTHER_WAY);
  }

  static RefusedException tooMuch() {
    return refused(
        "asks-too-much",
        Text.of(
            "对方要的内容超出了约定可以调取的范围。",
            "The other region asks for more than was agreed that it may ask for."),
        OTHER_WAY);
  }

  /** Told in the wallet: the holder goes back to where it was asked. */
  static RefusedException over() {
    return refused("request-over", OVER, AGAIN);
  }

  /** Told to whoever asked. */
  static RefusedException tooLate() {
    return refused("request-over", OVER, ONCE_MORE);
  }

  static RefusedException answeredBefore() {
    return refused(
        "request-answered", Text.of("这次调取已经答复过。", "This request was answered before."), AGAIN);
  }

  static RefusedException notDelivered() {
    return refused(
        "not-delivered",
        Text.of(
            "没有等到对方地区的答复，不能确定是否已经送到；这次出示已撤回，对方不能凭它办理。",
            "The other region did not answer, so it is not certain whether this arrived; the"
                + " presentation was withdrawn and cannot be used there."),
        Text.of(
            "请回到对方的申请页看看；没有收到的，重新点“去取”。",
            "Go back to the application there and look; if nothing came, fetch it anew."));
  }

  static RefusedException notTold() {
    return refused(
        "not-told",
        Text.of("您没有同意，但对方地区暂时没有应答。", "You declined, but the other region does not answer now."),
        Text.of("什么都没有给出。", "Nothing was given."));
  }

  static Refusal notChosen(String field) {
    return Refusal.invalid(
        "credential-not-chosen",
        field,
        Text.of("请选一张证照。", "Choose a credential."),
        Text.of("选好再点同意。", "Then agree."));
  }

  static RefusedException missing() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "credential-request-missing",
            Text.of("没有这次调取。", "There is no such request."),
            ONCE_MORE));
  }

  static RefusedException declined() {
    return refused(
        "declined",
        Text.of("持有人没有同意，什么都没有取到。", "Its holder declined; nothing was fetched."),
        ONCE_MORE);
  }

  static RefusedException notAnswered() {
    return refused(
        "not-answered", Text.of("那边还没有答复。", "There is no answer from there yet."), ONCE_MORE);
  }

  static RefusedException otherCode() {
    return refused(
        "other-code",
        Text.of("带回来的取件码不对。", "The code that came back is not the right one."),
        ONCE_MORE);
  }

  static RefusedException takenBefore() {
    return refused(
        "request-taken",
        Text.of("这次取到的内容已经用过一次。", "What was fetched by this request was used once before."),
        ONCE_MORE);
  }

  static RefusedException otherNonce() {
    return refused(
        "other-nonce",
        Text.of("取到的内容不是答复这次调取的。", "What came back does not answer this request."),
        ONCE_MORE);
  }

  static Refusal unreadableAnswer() {
    return Refusal.invalid(
        "credential-answer-unreadable",
        "vp_token",
        Text.of("答复读不出来。", "The answer cannot be read."),
        Text.of(
            "vp_token 须为 JSON，按每个查询的名称各给出一份出示。",
            "vp_token has to be JSON with one presentation under the id of each query."));
  }

  /** At no field: the wallet's page has none for it, and an application's page names its own. */
  private static RefusedException refused(String code, Text says, Text next) {
    return new RefusedException(Refusal.of(Refusal.Kind.INVALID, "credential-" + code, says, next));
  }
}
