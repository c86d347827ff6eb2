package org.yiwang.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryWords;
import org.yiwang.pack.Text;

/** What entries about looks, accounts and keys tell (查阅记录的说法). */
@Component
class LookEntryWords implements EntryWords {
  @Override
  public Optional<Text> words(Entry entry) {
    return Optional.ofNullable(
        switch (entry.kind()) {
          case "access.read" -> Text.of("有人查看了个人信息", "Personal details were looked at");
          case "access.exported" -> Text.of("导出了一份名单", "A list was taken away");
          case "keys.backed-up" -> Text.of("备份了密钥", "Keys were backed up");
          case "keys.restored" -> Text.of("恢复了密钥", "Keys were restored");
          default -> null;
        });
  }
}
