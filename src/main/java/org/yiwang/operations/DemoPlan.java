package org.yiwang.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Case;
import org.yiwang.identity.Account;
import org.yiwang.request.Category;

/**
 * What is to become of one invented request.
 *
 * @param channel how it comes in
 * @param resident the demo's resident who reports it; null for somebody without a name
 * @param stopAt the step to go to on the shortest way and to stay in; null to live freely
 * @param late whether its handling takes longer than allowed
 */
record DemoPlan(
    Instant opens,
    Category category,
    DemoSpots.Spot spot,
    String channel,
    @Nullable Account resident,
    @Nullable String stopAt,
    boolean late) {

  static final List<String> CHANNELS =
      List.of("web", "web", "web", "web", "hotline", "hotline", "patrol");

  /** The same, living freely. */
  DemoPlan free() {
    return new DemoPlan(opens, category, spot, channel, resident, null, late);
  }

  Case.Where where() {
    return spot.where();
  }
}
