package org.yiwang.journal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where database and log disagree (差异).
 *
 * @param place in the log, from 0; null when the entry is not in the log
 * @param entry id of the entry; null when it cannot be told any more
 * @param kind of the entry, as it stands now
 * @param subject of the entry, as it stands now
 * @param says one sentence
 */
record LogDifference(
    What what,
    @Nullable Long place,
    @Nullable Long entry,
    @Nullable String kind,
    @Nullable String subject,
    String says) {
  /** What sort of difference. */
  enum What {
    /** An entry says something else than when it was sealed. */
    CHANGED("内容与封存时不同"),
    /** A sealed entry is gone. */
    MISSING("记录缺失"),
    /** An entry that was not there when everything around it was sealed. */
    INSERTED("封存后插入的记录"),
    /** Entries have changed places. */
    REORDERED("记录换了位置"),
    /** The stored tree is not the one over the leaves. */
    TILE("存下的树与记录不符"),
    /** A checkpoint is not the one that was signed, or not over this tree. */
    CHECKPOINT("检查点不符");

    private final String chinese;

    What(String chinese) {
      this.chinese = chinese;
    }

    /** At a terminal. */
    String words() {
      return name().toLowerCase(Locale.ROOT) + " " + chinese;
    }
  }

  static LogDifference at(What what, Leaf leaf, String says) {
    Entry entry = leaf.entry();
    return new LogDifference(
        what,
        leaf.index(),
        leaf.id(),
        entry == null ? null : entry.kind(),
        entry == null ? null : entry.subject(),
        says);
  }

  static LogDifference inserted(Entry entry, @Nullable Long place, String says) {
    return new LogDifference(What.INSERTED, place, entry.id(), entry.kind(), entry.subject(), says);
  }

  static LogDifference inLog(What what, @Nullable Long place, String says) {
    return new LogDifference(what, place, null, null, null, says);
  }
}
