package org.yiwang.casework;

import java.time.Instant;
import org.yiwang.pack.Text;

/**
 * A case on the map (点位), no more of it than a map shows; WGS 84 degrees.
 *
 * @param late whether its step is overdue
 */
public record CasePoint(
    String number,
    double lon,
    double lat,
    boolean late,
    String category,
    Text title,
    String address,
    Instant opened) {}
