package org.yiwang.journal;

import org.jspecify.annotations.Nullable;

/**
 * One leaf as it is stored (叶子).
 *
 * @param index place in the log, from 0
 * @param id of the entry it was made of
 * @param salt 32 secret bytes
 * @param content the 32 bytes that are published
 * @param entry the entry as it stands in the database now; null when it is gone
 */
record Leaf(long index, long id, byte[] salt, byte[] content, @Nullable Entry entry) {
  /**
   * The entry as it stands now.
   *
   * @throws LogRefusedException if it is gone
   */
  Entry getEntry() {
    if (entry == null) {
      throw new LogRefusedException(
          "日志里已没有第 %d 条记录".formatted(id), "The journal has no entry %d any more".formatted(id));
    }
    return entry;
  }
}
