package org.yiwang.casework;

import java.util.Map;

/**
 * What waits (待办数), within what a viewer may see.
 *
 * @param mine waits for one of the viewer's own roles
 * @param mineBySteps the same, by step
 * @param whole what belongs to no other case, so that one matter counts once: for boards
 */
public record DeskCounts(
    long mine,
    long open,
    long dueToday,
    long late,
    long escalated,
    Map<StepKey, Long> mineBySteps,
    Whole whole) {

  /** The same figures without the opinions that units are asked for. */
  public record Whole(long open, long dueToday, long late, long escalated) {}
}
