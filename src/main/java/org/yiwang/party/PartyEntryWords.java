package org.yiwang.party;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryWords;
import org.yiwang.pack.Text;

/** What entries of files and mandates tell (档案与授权记录的说法). */
@Component
class PartyEntryWords implements EntryWords {
  /** The same for a number that nobody has and for one under another name. */
  static final Text UNTAKEN =
      Text.of(
          "证照里写的人没有登记成关系：这里没有这个号码，或姓名对不上",
          "Somebody whom a credential names was not related: no such number here, or another name");

  @Override
  public Optional<Text> words(Entry entry) {
    return Optional.ofNullable(
        switch (entry.kind()) {
          case "access.justified" ->
              Text.of(
                  "没有在办件，写明理由后查看了档案",
                  "The file was read without an open case, for a written reason");
          case "file.grown" -> Text.of("档案里增加了信息", "Something was added to the file");
          case "file.joined" ->
              Text.of(
                  "本人的账户认领了在窗口建立的档案",
                  "The file that began at a counter was joined by its owner's account");
          case "file.parted" ->
              Text.of("档案与不是本人的账户解除了认领", "The file left an account that was not its owner's");
          case "relation.added" -> Text.of("登记了一项关系", "A relation was put on file");
          case "relation.confirmed" ->
              Text.of("又一张证照载明了这项关系", "Another credential says the same relation");
          case "relation.again" ->
              Text.of("一项关系恢复了", "A relation stands again: what ended it counts no more");
          case "relation.untaken" -> UNTAKEN;
          case "relation.ended" -> Text.of("一项关系结束了", "A relation ended");
          case "mandate.asked" -> Text.of("请求授权代办", "Somebody asked to act for another");
          case "mandate.given" -> Text.of("授权代办", "A mandate was given");
          case "mandate.revoked" -> Text.of("撤销了代办授权", "A mandate was revoked");
          case "mandate.ended" -> Text.of("代办授权到期", "A mandate ran out");
          default -> null;
        });
  }
}
