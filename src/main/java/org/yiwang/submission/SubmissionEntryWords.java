package org.yiwang.submission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryWords;
import org.yiwang.pack.Text;

/** What entries of applications and promises tell (申报与承诺记录的说法). */
@Component
class SubmissionEntryWords implements EntryWords {
  @Override
  public Optional<Text> words(Entry entry) {
    return Optional.ofNullable(
        switch (entry.kind()) {
          case "submission.submitted" -> Text.of("提交了申请", "The application was sent");
          case "visit.came" -> Text.of("窗口接待了来人", "Somebody was received at the counter");
          case "visit.agreed" ->
              Text.of("本人到场同意窗口代收", "The person agreed to its being taken in at the counter");
          case "visit.ended" ->
              entry.fact("serves") == null
                  ? Text.of("接待结束，没有提交", "The visit ended; nothing was sent")
                  : Text.of("接待结束", "The visit ended");
          case "submission.acted-for" -> actedFor(entry);
          case "submission.message" -> Text.of("写了留言", "A message was written");
          case "submission.mend-asked" ->
              Text.of("请申请人改一项", "The applicant was asked to put one answer right");
          case "submission.weighed" ->
              Text.of("核对了当场办结的条件", "It was weighed for granting on the spot");
          case "submission.corrected" -> Text.of("申请人更正了填写内容", "The applicant corrected an answer");
          case "submission.paper-given" ->
              Text.of("补交了材料", "A paper that was to follow was handed in");
          case "submission.paper-missed" ->
              Text.of("材料逾期未补交", "A paper that was to follow was not handed in");
          default -> help(entry.kind());
        });
  }

  private static Text actedFor(Entry entry) {
    String under = String.valueOf(entry.fact("under"));
    Text by = entry.actor().name();
    return under.startsWith(CounterVisit.PREFIX)
        ? Text.of("窗口代办：" + by.zh(), "At the counter, by " + by.en())
        : Text.of("由代办人办理：" + by.zh(), "Done for the party, by " + by.en());
  }

  private static @Nullable Text help(String kind) {
    return switch (kind) {
      case "help.asked" ->
          Text.of(
              "请人帮忙填草稿，同意该单位查看", "Help with a draft was asked for, and its being seen agreed to");
      case "help.message" -> Text.of("写了留言", "A message was written");
      case "help.pointed" -> Text.of("请申请人看一项", "The applicant was asked to look at one answer");
      case "help.seen-to" -> Text.of("申请人看了这一项", "The applicant saw to that answer");
      case "help.ended" -> Text.of("草稿帮办结束", "The help with a draft ended");
      default -> promise(kind);
    };
  }

  private static @Nullable Text promise(String kind) {
    return switch (kind) {
      case "promise.signed" -> Text.of("签署了承诺", "A promise was signed");
      case "promise.drawn" ->
          Text.of(
              "定下怎样核查：抽签，或全部现场核查", "How it is checked was settled: by lot, or everybody on site");
      case "promise.checking" -> Text.of("开始核查承诺", "The promise is being checked");
      case "promise.confirmed" -> Text.of("承诺属实", "The promise was kept");
      case "promise.broken" -> Text.of("承诺不实", "The promise was broken");
      case "promise.appealed" -> Text.of("对核查结论提出异议", "What the check found was objected to");
      case "promise.restored" ->
          Text.of("异议成立，恢复原结果", "The objection was right; what was revoked stands again");
      case "promise.upheld" ->
          Text.of("异议不成立，维持核查结论", "The objection was not right; the finding stands");
      case "promise.ended" ->
          Text.of("申请没有办成，不再核查", "Nothing came of the application; the promise is not checked");
      default -> byCode(kind);
    };
  }

  private static @Nullable Text byCode(String kind) {
    return switch (kind) {
      case "submission.code-made" -> Text.of("窗口发了办件码", "A case code was made at the counter");
      case "submission.opened-by-code" ->
          Text.of("凭办件码打开了申请", "The application was opened with its case code");
      case "submission.done-by-code" ->
          Text.of("凭办件码办了一步", "Something was done with the case code");
      default -> null;
    };
  }
}
