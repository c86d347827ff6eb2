package org.yiwang.submission;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why something is not done at the counter, or from afar. */
final class WindowRefusals {
  /** Of the refusal that leads to beginning a file. */
  static final String NOT_FOUND = "visit-not-found";

  private WindowRefusals() {}

  static RefusedException visitMissing() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "visit-missing",
            Text.of("没有这次接待，或不是您接待的。", "There is no such visit, or it is not yours."),
            Text.of("请从“窗口代收”重新开始。", "Begin again at the counter page.")));
  }

  static RefusedException visitOver() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "visit-over",
            Text.of(
                "没有本人现场同意，或这次接待已经结束。",
                "Nobody who agreed stands before you, or this visit is over."),
            Text.of(
                "请本人到场后，在“窗口代收”重新核验身份、征得同意。",
                "When they are here, identify them and ask for their consent again.")));
  }

  static RefusedException onlyThemselves() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            "visit-only-themselves",
            Text.of("评价、异议等只能由本人做。", "Rating, objecting and the like people do themselves."),
            Text.of(
                "窗口可以代办补正、更正、补交材料和撤回。",
                "At the counter you can supply, correct, hand in and withdraw for them.")));
  }

  static Refusal noCaseNumber() {
    return Refusal.invalid(
        "visit-no-number",
        "number",
        Text.of("还没有填办件编号。", "There is no number of a case."),
        Text.of(
            "编号在回执、短信和窗口的接待记录里。", "It stands on the receipt, in the message and in your list."));
  }

  static Refusal notIdentified() {
    return Refusal.invalid(
        "visit-not-identified",
        "identifier",
        Text.of("还没有填证件号码。", "There is no identifier."),
        Text.of(
            "请照证件原件填全部号码，或后四位。",
            "Type the whole number from the original, or its last four characters."));
  }

  /** The same for a wrong number, a wrong person and a case of another counter. */
  static Refusal noSuchApplication() {
    return Refusal.invalid(
        "visit-no-application",
        "number",
        Text.of(
            "在您的窗口没有编号和证件号码都对得上的办件。",
            "At your counter there is no case that fits both number and identifier."),
        Text.of(
            "请对照回执和证件核对；别的单位窗口收的，请到那个窗口办；不在您职责范围内的，请到承办单位办。",
            "Compare both with receipt and document; what another office took in goes on at its counter, what is beyond your reach with the unit that has it."));
  }

  static Refusal notNamed() {
    return Refusal.invalid(
        "visit-not-named",
        "named",
        Text.of("还没有填是谁。", "You have not said who it is."),
        Text.of("请输入证件号码、信用代码、手机号或账号。", "Type an identifier, a telephone number or an account."));
  }

  static Refusal wrongNumber() {
    return Refusal.invalid(
        "visit-wrong-number",
        "named",
        Text.of("这个号码的校验码不对。", "The check character of this number is wrong."),
        Text.of(
            "请对照证件重新输入，注意相邻两位。",
            "Compare it with the paper; look for two digits that changed places."));
  }

  static Refusal notFound() {
    return Refusal.invalid(
        NOT_FOUND,
        "named",
        Text.of("没有找到唯一对应的人或企业。", "This leads to no single person or firm."),
        Text.of(
            "请换一种号码，或用姓名加证件号后四位；首次来办、没有档案的，看过证件后在下面建档。",
            "Try another number, or the name with the last four digits; for whoever has no file yet, begin one below."));
  }

  static Refusal oneself() {
    return oneself("named");
  }

  static Refusal oneself(String field) {
    return Refusal.invalid(
        "visit-oneself",
        field,
        Text.of("不能为自己代收。", "You cannot take in for yourself."),
        Text.of("请在“我的办件”里自己申请，由同事受理。", "Apply under your own name; a colleague takes it in."));
  }

  static Refusal noPurpose() {
    return Refusal.invalid(
        "visit-no-purpose",
        "purpose",
        Text.of("还没有写来办什么。", "You have not written what they came for."),
        Text.of("写一句就行，2 至 200 字；本人会看到。", "One line, 2 to 200 characters; the person reads it."));
  }

  static Refusal notShown() {
    return Refusal.invalid(
        "visit-not-shown",
        "shown",
        Text.of("还没有选怎样核验了身份。", "You have not said how they showed who they are."),
        Text.of("请看过原件后选一项。", "See the original, then choose."));
  }

  static Refusal notOnThatCard() {
    return Refusal.invalid(
        "visit-not-on-card",
        "shown",
        Text.of("居民身份证上没有这种号码。", "An identity card does not have that kind of number."),
        Text.of("请选看过的那种证件，或改选号码种类。", "Choose the document you saw, or the kind of number."));
  }

  static Refusal representativeAway() {
    return Refusal.invalid(
        "visit-representative-away",
        "shown",
        Text.of(
            "没有档案的企业，须法定代表人本人到场建档。",
            "For a firm without a file the legal representative has to be here."),
        Text.of(
            "建档以后，经办人带盖章的委托书就可以来办。",
            "Once there is one, somebody sent with a sealed letter will do."));
  }

  static Refusal notAgreed() {
    return Refusal.invalid(
        "visit-not-agreed",
        "way",
        Text.of("还没有本人的同意，不能调取证照。", "Without their consent no credential is opened."),
        Text.of("请把上面的话读给本人听，再选同意方式。", "Read them the words above, then choose how they agreed."));
  }

  static Refusal notFitting() {
    return Refusal.invalid(
        "visit-not-fitting",
        "target",
        Text.of("这个事项不能为这位办。", "This cannot be applied for by them."),
        Text.of("请另选一项；企业事项要找到企业。", "Choose another; for what firms ask for, find the firm."));
  }
}
