package org.yiwang.request;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusal.Kind;

/** Sentences for what is wrong with a report. */
final class RequestRefusals {
  private static final Text KEPT = Text.of("其他内容都还在。", "Everything else you wrote is kept.");

  private RequestRefusals() {}

  static Refusal textMissing() {
    return Refusal.invalid(
        "request-text-missing",
        "text",
        Text.of("请说说发生了什么。", "Say what you have seen."),
        Text.of("一句话就可以。", "One sentence is enough."));
  }

  static Refusal textTooLong(int characters) {
    return Refusal.invalid(
        "request-text-too-long",
        "text",
        Text.of("您写了 %d 个字，最多 %d 个字。", "You wrote %d characters; at most %d fit.")
            .with(characters, RequestCheck.LONGEST_TEXT),
        Text.of("请写得短一些。", "Please shorten it."));
  }

  static Refusal categoryUnknown() {
    return Refusal.invalid(
        "request-category-unknown",
        "category",
        Text.of("请选一个最接近的类别。", "Choose the category that is nearest."),
        Text.of("拿不准也没关系，我们会核查。", "If you are not sure, do not worry: we will check."));
  }

  static Refusal placeMissing() {
    return Refusal.invalid(
        "request-place-missing",
        "place",
        Text.of("请告诉我们在哪里。", "Tell us where it is."),
        Text.of(
            "写地址或附近的地标，或在地图上放图钉。", "Write an address or a landmark, or put the pin on the map."));
  }

  static Refusal placeUnknown(String words, String areaWord) {
    return Refusal.invalid(
        "request-place-unknown",
        "q",
        Text.of("没有找到“" + words + "”。", "“" + words + "” was not found."),
        Text.of(
            "请换个说法，例如路名加门牌号、附近的地铁站；或选所在的%s，地址按您写的记；也可以在地图上放图钉。".formatted(areaWord),
            "Try other words, such as a road with a number or the nearest metro station; or choose"
                + " the area it is in, and the address stays as you wrote it; or set the pin."));
  }

  static Refusal placeNotChosen(String areaWord) {
    return Refusal.invalid(
        "request-place-not-chosen",
        "place",
        Text.of("请选是其中哪一个。", "Choose which of these it is."),
        Text.of(
            "都不是的话，选所在的%s，或在地图上放图钉。".formatted(areaWord),
            "If it is none of them, choose the area it is in, or set the pin."));
  }

  static Refusal placeOutside(Text district, String hotline) {
    return Refusal.invalid(
        "request-place-outside",
        "place",
        Text.of(
            "这个位置不在%s范围内，我们无权处理。".formatted(district.zh()),
            "This place is outside %s, so we cannot act there.".formatted(district.en())),
        Text.of(
                "请在区内选位置；区外的问题请拨 %s，由当地处理。",
                "Choose a place inside it; for a place elsewhere call %s and its own district will act.")
            .with(hotline));
  }

  static Refusal phoneUnfit() {
    return Refusal.invalid(
        "request-phone-unfit",
        "phone",
        Text.of("这个电话号码不对。", "This telephone number is not right."),
        Text.of("请填 5 到 15 位数字，或者留空。", "Give 5 to 15 digits, or leave it empty."));
  }

  static Refusal mailUnfit() {
    return Refusal.invalid(
        "request-mail-unfit",
        "mail",
        Text.of("这个邮箱地址不对。", "This mail address is not right."),
        Text.of("例如 name@example.com，或者留空。", "For example name@example.com, or leave it empty."));
  }

  static Refusal nameTooLong() {
    return Refusal.invalid(
        "request-name-too-long",
        "name",
        Text.of("称呼最长 80 个字。", "A name has at most 80 characters."),
        KEPT);
  }

  static Refusal addressTooLong(int most) {
    return Refusal.invalid(
        "request-address-too-long",
        "detail",
        Text.of("地址最长 %d 个字。", "An address has at most %d characters.").with(most),
        Text.of("请写短一些；其余的可以写在问题描述里。", "Shorten it; the rest can go into the description."));
  }

  static Refusal photosTooMany() {
    return Refusal.invalid(
        "request-photos-too-many",
        "photos",
        Text.of("照片最多 5 张。", "At most 5 photos."),
        Text.of("请去掉几张再继续。", "Remove some and go on."));
  }

  static Refusal photosUnknown() {
    return Refusal.invalid(
        "request-photos-unknown",
        "photos",
        Text.of("有照片已经找不到了。", "A photo can no longer be found."),
        Text.of("请重新上传。", "Please upload it again."));
  }

  static Refusal photoRequired(Text category) {
    return Refusal.invalid(
        "request-photo-required",
        "photos",
        Text.of(
            "“%s”需要至少一张照片。".formatted(category.zh()),
            "“%s” needs at least one photo.".formatted(category.en())),
        Text.of(
            "不方便拍照就拨打热线，由工作人员登记。",
            "If you cannot take one, call us and we will write it down for you."));
  }

  static Refusal missing() {
    return Refusal.of(
        Kind.MISSING,
        "request-missing",
        Text.of("没有找到这件诉求，或查询码不对。", "No request fits this number and code."),
        Text.of(
            "请核对编号，以及电话后四位或查询码；也可以打电话问。办事申请不在这里查：登录后看“我的办件”，或在 /follow 凭办件码查。",
            "Check the number and the last four digits of the phone, or the receipt code; or call us. Applications are followed elsewhere: under “My applications” once you sign in, or at /follow with a case code."));
  }

  static Refusal draftGone() {
    return Refusal.of(
        Kind.OUTDATED,
        "request-draft-gone",
        Text.of(
            "您填写的内容已经提交，或放置超过两天已删除。",
            "What you wrote was sent already, or was deleted after two days."),
        Text.of("请从头开始。", "Please start again."));
  }
}
