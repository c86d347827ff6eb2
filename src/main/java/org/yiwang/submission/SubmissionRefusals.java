package org.yiwang.submission;

import org.yiwang.matter.Form.Field;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why an application was not taken. */
final class SubmissionRefusals {
  private SubmissionRefusals() {}

  static RefusedException matterMissing() {
    return missing(
        "matter-missing",
        Text.of("没有这个事项。", "There is no such matter."),
        Text.of("请在“办事”里搜索。", "Please search under “Get things done”."));
  }

  static RefusedException draftMissing() {
    return missing(
        "draft-missing",
        Text.of("没有这份草稿，可能已经提交。", "There is no such draft; it may have been sent."),
        Text.of("请看“我的办件”。", "Please look at your applications."));
  }

  static RefusedException submissionMissing() {
    return missing(
        "submission-missing",
        Text.of("没有这份申请。", "There is no such application."),
        Text.of("请看“我的办件”。", "Please look at your applications."));
  }

  /** The same to whoever has no account, but the code of one application. */
  static RefusedException notByCode() {
    return missing(
        "submission-missing",
        Text.of("凭您的办件码打不开这一项。", "Your case code does not open this."),
        Text.of(
            "请回到凭码打开的那份申请；打不开了，就再输一次编号和办件码。",
            "Go back to the application that it opened; if that is closed, type number and code"
                + " again."));
  }

  /** What is done by a case code counts as the applicant's own doing. */
  static RefusedException officerByCode() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "officer-by-code",
            Text.of(
                "您登录的是工作账户，不能凭办件码查办。",
                "You are signed in with an officer's account, which opens nothing by a case code."),
            Text.of(
                "办的是自己的事，请先退出登录，再用自己的账户或办件码；替来人办，请在窗口办理。",
                "If it is your own matter, sign out first and use your own account or the code; for"
                    + " whoever stands before you, go on at the counter.")));
  }

  /** Nobody has two of it. */
  static Refusal already(EarlierApplications.Earlier earlier) {
    Text name = earlier.matter().name();
    Text number = inBrackets(earlier.number());
    boolean counts = earlier.state() == EarlierApplications.State.COUNTS;
    return Refusal.of(
        Refusal.Kind.INVALID,
        "already-asked-for",
        counts
            ? Text.of(
                "“%s”已经办好，现在有效%s，每人只有一份。".formatted(name.zh(), number.zh()),
                "“%s” was granted and counts%s; everybody has it once."
                    .formatted(name.en(), number.en()))
            : Text.of(
                "“%s”已经在办%s，不能同时再申请一份。".formatted(name.zh(), number.zh()),
                "“%s” is under way already%s and cannot be asked for twice."
                    .formatted(name.en(), number.en())),
        counts
            ? Text.of(
                "不用再申请。结果在“我的办件”和“我的证照”里；待遇停了或有变化，请打 " + earlier.matter().help().enquiry() + "。",
                "There is no need to. See your applications and credentials; if it stopped or"
                    + " changed, please call "
                    + earlier.matter().help().enquiry()
                    + ".")
            : Text.of(
                "请在“我的办件”里看进展；要改内容，可以在那里更正，或撤回后重新申请。",
                "See how it stands in your applications; there you can correct it, or withdraw it and"
                    + " apply anew."));
  }

  /** Nothing while it waits for another matter and has no number. */
  private static Text inBrackets(String number) {
    return number.isEmpty() ? Text.of("", "") : Text.of("（" + number + "）", " (" + number + ")");
  }

  static Refusal answersOutdated() {
    return Refusal.of(
        Refusal.Kind.OUTDATED,
        "answers-outdated",
        Text.of(
            "这份申请刚在别处改过，您这次填的还没有保存。",
            "This application was just changed elsewhere; what you typed was not kept yet."),
        Text.of("您填的还在下面：看一看，再提交一次。", "It is below: look at it, then send it once more."));
  }

  static Refusal checkOutdated() {
    return Refusal.of(
        Refusal.Kind.OUTDATED,
        "check-outdated",
        Text.of(
            "您核对之后，这份申请在别处又改过，还没有提交。",
            "After you had read this, it was changed elsewhere; it was not sent."),
        Text.of("下面是现在的内容：再核对一遍，再提交。", "Below is what it says now: check it again, then send it."));
  }

  static RefusedException nothingAsked() {
    return missing(
        "nothing-asked",
        Text.of("现在没有要您补正的内容。", "Nothing is asked of you now."),
        Text.of("请回到这份申请的页面看进展。", "Go back to the application and see how it stands."));
  }

  static RefusedException draftOutdated() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.OUTDATED,
            "draft-outdated",
            Text.of("这份草稿刚在另一个窗口改过。", "This draft was just changed in another window."),
            Text.of("请刷新后接着填。", "Reload the page and go on there.")));
  }

  static RefusedException mandateOver() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "acting-not-allowed",
            Text.of(
                "您现在不能为对方办这件事：没有授权，或授权已经结束。",
                "You may not do this for them now: there is no mandate, or it is over."),
            Text.of(
                "对方可以自己接着办，也可以在“授权”里重新授权给您。",
                "They can go on themselves, or give you a mandate again.")));
  }

  static RefusedException needsFirm() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "applicant-needs-firm",
            Text.of("这个事项由企业申请，您还不能代表任何企业。", "Firms apply for this, and you act for none."),
            Text.of(
                "还没有企业的，先办“企业设立登记”；替别人的企业办，请其法定代表人在“授权”里授权给您。",
                "Register a firm first; or ask the legal representative of the firm for a mandate.")));
  }

  static RefusedException needsPerson() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "applicant-not-fitting",
            Text.of("这个事项不能为所选的对象办。", "This cannot be applied for on behalf of that party."),
            Text.of("请回到事项页，重新选择为谁办。", "Go back to its page and choose for whom.")));
  }

  static RefusedException notOnline() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "matter-not-online",
            Text.of("这个事项不能在网上办。", "This cannot be asked for online."),
            Text.of(
                "请按办事指南去窗口，或打热线问问。",
                "Please follow its guide to the window, or ask the hotline.")));
  }

  static RefusedException promiseMissing() {
    return missing(
        "promise-missing",
        Text.of("没有这项承诺。", "There is no such promise."),
        Text.of("请看“我的承诺”。", "Please look at your promises."));
  }

  static RefusedException notCorrectable() {
    return missing(
        "not-correctable",
        Text.of("现在不能更正了。", "Nothing can be corrected any more."),
        Text.of("已作决定的，可以提出异议或重新申请。", "Once it is decided you may object, or apply again."));
  }

  static Refusal pinOutside(Field field) {
    return Refusal.invalid(
        "pin-outside",
        field.id(),
        Text.of(
            "“" + field.label().zh() + "”的图钉不在本区。",
            "The pin of “" + field.label().en() + "” is outside the district."),
        Text.of(
            "请把图钉移到区内，或去掉图钉，只写地址。",
            "Move it into the district, or remove it and write the address only."));
  }

  static Refusal pinElsewhere(Field field, Text street) {
    return Refusal.invalid(
        "pin-elsewhere",
        field.id(),
        Text.of(
            "“" + field.label().zh() + "”的图钉在" + street.zh() + "，与所选的街道不同。",
            "The pin of “"
                + field.label().en()
                + "” is in "
                + street.en()
                + ", another street than the one chosen."),
        Text.of("请移动图钉，或改选街道。", "Move the pin, or choose the other street."));
  }

  static Refusal nothingCorrected() {
    return Refusal.of(
        Refusal.Kind.INVALID,
        "nothing-corrected",
        Text.of("没有改动任何内容。", "Nothing was changed."),
        Text.of("请改好后再提交；不用改就返回。", "Change what is wrong; if nothing is, go back."));
  }

  static Refusal correctionReason(int longest) {
    return Refusal.invalid(
        "correction-reason",
        "why-corrected",
        Text.of("请写明为什么更正。", "Say why you correct it."),
        Text.of("不超过 " + longest + " 字。", "At most " + longest + " characters."));
  }

  static Refusal needsOtherPaper(Text name) {
    return Refusal.of(
        Refusal.Kind.INVALID,
        "correction-needs-paper",
        Text.of(
            "这样改以后还需要“" + name.zh() + "”，不能在这里更正。",
            "With this change “" + name.en() + "” is needed too, so it cannot be corrected here."),
        Text.of("请撤回后重新申请，已填的会预填。", "Withdraw and apply again; what is known is filled in."));
  }

  static Refusal notSeen() {
    return Refusal.invalid(
        "original-not-seen",
        "seen",
        Text.of("还没有确认看过原件。", "You have not said that you saw the original."),
        Text.of("核对原件后勾选。", "Compare it with the original, then tick the box."));
  }

  static RefusedException paperNotExpected() {
    return missing(
        "paper-not-expected",
        Text.of("这份材料不用补交，或期限已过。", "This paper is not expected, or its time is over."),
        Text.of("请看申请页上的说明。", "See what the application says."));
  }

  static Refusal paperNotChosen(String at) {
    return Refusal.invalid(
        "paper-not-chosen",
        at,
        Text.of("还没有选择文件。", "No file was chosen."),
        Text.of("请选择文件或拍一张照片。", "Choose a file or take a photo."));
  }

  static Refusal promiseBarred(String id, Text name, String until) {
    return Refusal.invalid(
        "promise-barred",
        "way-" + id,
        Text.of(
            "您有一项承诺核查不实，" + until + " 前这个事项不能再用承诺代替“" + name.zh() + "”。",
            "A promise of yours was found not true: until "
                + until
                + " no promise can stand for “"
                + name.en()
                + "” here."),
        Text.of(
            "请改为上传材料；对核查有异议，请到“我的承诺”提出。",
            "Upload the paper instead; if you disagree, object under your promises."));
  }

  static Refusal tooManyPapers(String at, Text limit, Text next) {
    return Refusal.invalid("papers-too-many", at, limit, next);
  }

  static Refusal evidenceMissing(String id, Text name) {
    return Refusal.invalid(
        "evidence-missing",
        id,
        Text.of("“" + name.zh() + "”还没有提供。", "“" + name.en() + "” has not been given."),
        Text.of("请选择一种办法。", "Please choose a way to give it."));
  }

  static Refusal elsewhereMissing(String field) {
    return Refusal.invalid(
        "elsewhere-missing",
        field,
        Text.of("还没有粘贴异地证照的出示内容。", "Nothing from the other region has been pasted yet."),
        Text.of("请照下面的步骤粘贴，或换一种办法。", "Follow the steps below, or choose another way."));
  }

  static Refusal notSigned() {
    return Refusal.invalid(
        "not-confirmed",
        "confirm",
        Text.of("还没有确认。", "You have not confirmed yet."),
        Text.of("请核对后勾选确认。", "Check what you wrote and tick the box."));
  }

  static Refusal paperWrong(String at) {
    return Refusal.invalid(
        "paper-wrong",
        at,
        Text.of("这个文件不是 PDF、JPG 或 PNG。", "This file is no PDF, JPG or PNG."),
        Text.of("请换一个文件，或拍一张照片。", "Take another file, or take a photo."));
  }

  static Refusal paperTooLarge(String at, int megabytes) {
    return new Refusal(
        Refusal.Kind.TOO_LARGE,
        "paper-too-large",
        at,
        Text.of("文件超过 " + megabytes + " MB。", "The file is larger than " + megabytes + " MB."),
        Text.of("请压缩或分开上传。", "Make it smaller, or split it."));
  }

  private static RefusedException missing(String code, Text says, Text next) {
    return new RefusedException(Refusal.of(Refusal.Kind.MISSING, code, says, next));
  }
}
