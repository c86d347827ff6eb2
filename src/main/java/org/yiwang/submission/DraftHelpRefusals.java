package org.yiwang.submission;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.Refusal.Kind;
import org.yiwang.page.RefusedException;

/** Why help with a draft is not asked for, not given, or shows nothing any more. */
final class DraftHelpRefusals {
  private static final String OVER = "help-over";

  private DraftHelpRefusals() {}

  static RefusedException atCounter() {
    return new RefusedException(
        Refusal.of(
            Kind.FORBIDDEN,
            "help-at-counter",
            Text.of("在窗口代填时不用另外请人帮忙。", "At the counter nobody else is asked for help."),
            Text.of("请当面问本人，或问同事。", "Ask the person before you, or a colleague.")));
  }

  static RefusedException nobody() {
    return new RefusedException(
        Refusal.of(
            Kind.MISSING,
            "help-nobody",
            Text.of("这件事现在没有能在线帮忙的工作人员。", "Nobody can help with this online at present."),
            Text.of("请打事项页上的咨询电话。", "Please call the number on the matter's page.")));
  }

  static Refusal goesOn() {
    return Refusal.of(
        Kind.OUTDATED,
        "help-goes-on",
        Text.of("您已经请人帮忙了。", "You have asked for help already."),
        Text.of("请接着在这里留言，或先结束帮办。", "Go on writing here, or end it first."));
  }

  static Refusal changed() {
    return Refusal.of(
        Kind.OUTDATED,
        "help-unit-changed",
        Text.of(
            "您看过以后，这份草稿由哪个单位办变了，您的问题还没有发出。",
            "Since you read it, another office has come to handle this draft; your question was not sent."),
        Text.of("请看清现在问哪个单位，再勾选同意。", "See which office it is now, then tick your consent."));
  }

  static Refusal askedTooOften(int most) {
    return Refusal.of(
        Kind.TOO_MANY,
        "help-asked-too-often",
        Text.of(
            "这份草稿已经请人帮过 " + most + " 次。", "Help was asked for with this draft " + most + " times."),
        Text.of(
            "请打事项页上的咨询电话，或到窗口办。", "Call the number on the matter's page, or come to the counter."));
  }

  static Refusal notChosen() {
    return Refusal.invalid(
        "help-no-unit",
        "asked",
        Text.of("还没有选问哪个单位。", "No office has been chosen."),
        Text.of("请选一个单位。", "Choose one of them."));
  }

  static Refusal notAgreed() {
    return Refusal.invalid(
        "help-not-agreed",
        "agree",
        Text.of(
            "还没有您的同意，工作人员看不到草稿，没法帮您。",
            "Without your consent nobody sees the draft, and nobody can help."),
        Text.of("同意的请勾选；不同意的可以打咨询电话。", "Tick it if you agree; if not, call the enquiry number."));
  }

  static RefusedException missing() {
    return new RefusedException(
        Refusal.of(
            Kind.MISSING,
            "help-missing",
            Text.of("没有请您单位帮忙的这份草稿。", "No such draft was put before your office."),
            Text.of("请看“线上帮办”里等您回复的。", "See what waits for you under “Help”.")));
  }

  /** For those who might see it before, and for words that come too late. */
  static RefusedException over() {
    return new RefusedException(
        Refusal.of(
            Kind.FORBIDDEN,
            OVER,
            Text.of(
                "这次帮办已经结束，草稿不能再看：申请人收回了同意，或草稿已提交、删除。",
                "This help is over and the draft cannot be seen any more: the consent was taken back, or the draft was sent or deleted."),
            Text.of("申请人需要时会再请人帮忙。", "The applicant will ask again if they need to.")));
  }

  static boolean isOver(RefusedException refused) {
    return refused.refusals().stream().anyMatch(one -> one.code().equals(OVER));
  }

  static Refusal answerOutdated() {
    return Refusal.of(
        Kind.OUTDATED,
        "help-answer-outdated",
        Text.of(
            "这份草稿刚在另一个窗口改过，这一项还没有保存。",
            "This draft was just changed in another window; this answer was not kept."),
        Text.of(
            "您刚填的还在下面：看一看，再保存一次。", "What you typed is below: look at it, then keep it once more."));
  }

  static Refusal notPointable() {
    return Refusal.invalid(
        "help-no-such-question",
        "question",
        Text.of("草稿里现在没有问这一项。", "The draft does not ask this now."),
        Text.of("请从列出的问题里选。", "Choose one of the questions listed."));
  }

  static RefusedException pointOver() {
    return new RefusedException(
        Refusal.of(
            Kind.MISSING,
            "help-point-over",
            Text.of(
                "这一项已经看过，或草稿里现在不问这一项。",
                "This was seen to already, or the draft does not ask it now."),
            Text.of("请看线上帮办里的最新留言。", "See what was written last.")));
  }
}
