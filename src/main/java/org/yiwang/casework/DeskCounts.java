package org.yiwang.casework;

import java.util.Map;

/**
 * What waits, within what a viewer may see.
 *
 * @param mine waits for one of the viewer's own roles
 * @param mineBySteps the same, by step
 */
public record DeskCounts(
    long mine,
    long open,
    long dueToday,
    long late,
    long escalated,
    Map<StepKey, Long> mineBySteps) {}
