package org.yiwang.calendar;

import java.time.Instant;
import java.util.List;
import org.yiwang.pack.Text;

/**
 * When something is due, and how that was counted (到期时间).
 *
 * @param due the last instant that is still in time
 * @param limit the limit it was counted from
 * @param because how it was counted, line by line, from the beginning to the due instant; never
 *     empty
 */
public record Deadline(Instant due, TimeLimit limit, List<Text> because) {
  public Deadline {
    because = List.copyOf(because);
  }
}
