package org.yiwang.casework;

import java.time.Instant;
import org.yiwang.pack.Text;

/**
 * One unit that was asked for its opinion, as whoever applied may read it (公开的意见进度): who and how
 * far, never what was noted inside.
 *
 * @param unit the unit's name
 * @param asks what it was asked about
 * @param publicStatus the public status of its opinion
 * @param since when that status began
 * @param answered whether it has answered
 */
public record OpinionLine(
    Text unit, Text asks, Text publicStatus, Instant since, boolean answered) {}
