package org.yiwang.journal;

import java.util.List;

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

  /** The id of the newest entry, 0 when there is none: a cheap sign that something changed. */
  long newest();
}
