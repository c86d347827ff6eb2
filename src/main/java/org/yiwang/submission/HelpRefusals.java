package org.yiwang.submission;

import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Why a message is not kept, or an answer is not to be put right. */
final class HelpRefusals {
  private HelpRefusals() {}

  static Refusal noWords(int longest) {
    return Refusal.invalid(
        "message-no-words",
        "words",
        Text.of("还没有写内容，或写得太长。", "There are no words, or too many."),
        Text.of("请写 1 至 " + longest + " 个字。", "Write 1 to " + longest + " characters."));
  }

  static Refusal unanswered(int most) {
    return Refusal.of(
        Refusal.Kind.TOO_MANY,
        "message-unanswered",
        Text.of(
            "您已经连写了 " + most + " 条，工作人员还没有回复。",
            "You wrote " + most + " messages that nobody has answered yet."),
        Text.of(
            "请等回复；急的请打热线或到窗口。",
            "Wait for the answer; if it is urgent, call the hotline or come to the counter."));
  }

  static Refusal full() {
    return Refusal.of(
        Refusal.Kind.TOO_MANY,
        "message-full",
        Text.of("这里的留言已经太多，不能再写。", "Too much has been written here; nothing more can be added."),
        Text.of("请打热线或到窗口，把事情当面说清。", "Call the hotline or come to the counter to settle it."));
  }

  static Refusal closed() {
    return Refusal.of(
        Refusal.Kind.OUTDATED,
        "message-closed",
        Text.of("这件事已经办结，不能再留言。", "This is closed; nothing more can be written."),
        Text.of(
            "不服结果的可以提出异议；别的问题请打热线。",
            "You may object to the outcome; for anything else call the hotline."));
  }

  static Refusal notMendable() {
    return Refusal.invalid(
        "mend-not-possible",
        "question",
        Text.of("这一项现在不能请申请人改。", "This answer cannot be put right now."),
        Text.of(
            "作出决定后不能改；街道不能改；流程没有“更正”的，请一次告知补正。",
            "Not after the decision, and never the street; where the lifecycle has no correction, ask for a supplement."));
  }

  static RefusedException mendOver() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "mend-over",
            Text.of("这一项已经改过，或现在不用改。", "This was put right already, or need not be."),
            Text.of("请看申请页上的最新情况。", "See the application for how it stands.")));
  }
}
