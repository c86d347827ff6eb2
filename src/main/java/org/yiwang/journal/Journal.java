package org.yiwang.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The district's one journal (日志). Every change writes its entry in the transaction of the change
 * itself, so that neither exists without the other.
 */
public interface Journal {
  /**
   * Writes an entry.
   *
   * @throws IllegalStateException outside a transaction: an entry alone proves nothing
   */
  void append(NewEntry entry);

  /** Writes many entries of one transaction in a few round trips. */
  void appendAll(List<NewEntry> entries);

  /** All that ever happened to a subject, oldest first. */
  List<Entry> list(String subject);

  List<Entry> list(EntryQuery query);

  /**
   * Looks at what concerns one of these, newest first: entries {@code access.…} whose fact {@code
   * concerns}, or else {@code seen}, names it.
   *
   * @param before only entries with a smaller id, for the next page; null for the first
   * @param limit at most so many, 1 to 1000
   */
  List<Entry> listLooks(Collection<String> concerned, @Nullable Long before, int limit);

  /**
   * Numbers of looks from 1 on that no entry has which concerns this: fact {@code number}.
   *
   * @param upTo the last number that was given out
   * @return at most twenty, the smallest first
   */
  List<Long> listMissingLooks(String concerns, long upTo);

  /** The entry of that id. */
  Optional<Entry> find(long id);

  /** The id of the newest entry, 0 when there is none: a cheap sign that something changed. */
  long newest();

  /** How far the log is sealed, for draws that anybody can do again; empty before it begins. */
  Optional<Sealed> findSealed();

  /**
   * The newest checkpoint of the public log (检查点).
   *
   * @param size number of leaves
   * @param root the hash over all of them, in small hexadecimal letters
   */
  record Sealed(long size, String root) {}
}
