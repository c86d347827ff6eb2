package org.yiwang.journal;

import java.util.List;
import java.util.Map;

/**
 * Keys that a module keeps sealed in the database, and that a backup of keys takes along (密钥备份).
 * The module that owns the data key gathers these beans; sealed values stay sealed under that key.
 */
public interface KeptKeys {
  /** Names the bean's part of the archive, e.g. {@code journal}. */
  String name();

  /** What has to be kept, as rows of plain words; bytes in base64. */
  List<Map<String, String>> take();

  /**
   * Puts back what {@link #take} gave; joins the transaction under way. What is there already
   * stays.
   *
   * @return how many rows were not there before
   */
  int put(List<Map<String, String>> rows);
}
