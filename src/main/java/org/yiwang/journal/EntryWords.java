package org.yiwang.journal;

import java.util.Optional;
import org.yiwang.pack.Text;

/**
 * What an entry tells, in words for everybody (记录的说法). The journal knows kinds by their names only;
 * the module that writes a kind offers a bean.
 */
public interface EntryWords {
  /** A few words, such as "Reported"; empty for kinds of other modules. */
  Optional<Text> words(Entry entry);
}
