package org.yiwang.words;

import java.util.List;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;

/**
 * A search by own words (按自己的话找), offered as a bean. People do not know whether what they want is a
 * matter or a report, and the modules that keep the one do not know the other: so each offers its
 * search to the pages of all ({@link Searches}).
 */
public interface OwnWordsSearch {
  /**
   * One thing found.
   *
   * @param note a few words beside it
   * @param href where it begins
   */
  record Found(Text name, Text note, String href) {}

  /** Smaller stands first. */
  int order();

  /** What can be found there, in two to four characters. */
  Text label();

  /** What whoever finds something there seems to want. */
  Text seems();

  /** Whether the district has anything of it. */
  boolean any();

  /** Best first; empty for words that fit none. */
  List<Found> find(String words, Language language, int most, WordIndex.Floor floor);
}
