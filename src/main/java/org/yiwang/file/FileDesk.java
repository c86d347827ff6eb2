package org.yiwang.file;

import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;

/**
 * {@code file.yaml} of an application: who takes care of what people ask about their files.
 *
 * @param correct what runs when somebody says that a fact is wrong; absent where nobody may
 * @param askWhy what runs when somebody asks why their data was looked at; absent where nobody may
 */
record FileDesk(@Nullable Way correct, @Nullable Way askWhy) {

  /**
   * One way of asking.
   *
   * @param lifecycle id of a lifecycle of the same application
   * @param limit how long it may take
   * @param unit id of the unit that answers
   */
  record Way(String lifecycle, TimeLimit limit, String unit) {}
}
