package org.yiwang.casework;

import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * Something that an officer did at the counter in the name of whoever applied, and that moved no
 * case (窗口代办). Whoever did it has worked on the case.
 *
 * @param officer account of whoever did it
 * @param unit whose counter it was; null for none
 * @param says what was done, as whoever applied reads it
 */
public record AtCounter(String officer, @Nullable String unit, Text says) {}
