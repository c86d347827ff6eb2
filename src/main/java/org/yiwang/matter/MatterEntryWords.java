package org.yiwang.matter;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryWords;
import org.yiwang.pack.Text;

/** What entries about the catalogue tell (事项目录记录的说法). */
@Component
class MatterEntryWords implements EntryWords {
  @Override
  public Optional<Text> words(Entry entry) {
    return entry.kind().equals(SeeToWords.KIND)
        ? Optional.of(Text.of("处理了没有找到的词", "Words that found nothing were seen to"))
        : Optional.empty();
  }
}
