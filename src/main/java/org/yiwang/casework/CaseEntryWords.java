package org.yiwang.casework;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryWords;
import org.yiwang.pack.Text;

/** What entries of cases tell (办件记录的说法). */
@Component
class CaseEntryWords implements EntryWords {
  @Override
  public Optional<Text> words(Entry entry) {
    return Optional.ofNullable(
        switch (entry.kind()) {
          case "case.opened" -> Text.of("立了一件事", "The case was opened");
          case "case.moved" -> Text.of("办了一步", "A step was done");
          case "case.escalated" -> Text.of("超时提醒了上级", "It was late and those above were told");
          case "case.joined" -> Text.of("并入了另一件", "It was joined to another case");
          case "case.imported" -> Text.of("从别的系统转来", "It came from another system");
          case "case.asked" -> Text.of("征求了一个部门的意见", "A unit was asked for its opinion");
          case "case.answered" -> Text.of("一个部门答复了意见", "A unit gave its opinion");
          case "case.opinion-late" ->
              Text.of("意见逾期，已提醒上级", "An opinion was late and those above were told");
          case "case.at-counter" ->
              Text.of("窗口替申请人办了一步", "Something was done at the counter for whoever applied");
          default -> null;
        });
  }
}
