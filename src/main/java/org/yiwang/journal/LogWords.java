package org.yiwang.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.pack.Text;

/** Finds words for an entry (记录的说法); a kind that nobody has words for shows its name. */
@Component
class LogWords {
  private final List<EntryWords> known;

  LogWords(List<EntryWords> known) {
    this.known = List.copyOf(known);
  }

  Text of(Entry entry) {
    if (entry.kind().equals("journal.key-rotated")) {
      return Text.of("更换了日志签名密钥", "The log's key was replaced");
    }
    return known.stream()
        .map(one -> one.words(entry))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Text.same(entry.kind()));
  }
}
