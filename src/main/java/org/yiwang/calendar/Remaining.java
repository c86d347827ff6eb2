package org.yiwang.calendar;

import java.time.Duration;
import org.yiwang.pack.Text;

/**
 * What is left until something is due (剩余时间).
 *
 * @param left time on the wall clock; negative when late
 * @param words in the words of the limit: 剩 2 个工作日 / 2 working days left, 超 26 分钟 / 26 minutes late
 */
public record Remaining(Duration left, Text words) {
  public boolean late() {
    return left.isNegative();
  }
}
