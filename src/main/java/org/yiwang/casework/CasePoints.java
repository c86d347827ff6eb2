package org.yiwang.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.page.Page;

/**
 * Cases on the map (点位), the most urgent first.
 *
 * @param more whether there are more than fit
 */
public record CasePoints(List<CasePoint> points, boolean more) {

  /** Says below the map that it does not show all; null where it does. */
  public @Nullable String cut(Page page) {
    String drawn = page.number(points.size());
    return more
        ? page.t(
            "办件太多，地图上只画了最急的 %s 件，其余请看列表。".formatted(drawn),
            "Too many for the map: only the %s most urgent are drawn; the list has the rest."
                .formatted(drawn))
        : null;
  }
}
