package org.yiwang.matter;

import org.yiwang.matter.CrossRegion.Range;
import org.yiwang.matter.Matter.Channel;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** MATTER-19 to MATTER-21: who is said to be able to ask from elsewhere can do so. */
final class CrossRegionSense implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<Matter> defined : pack.list(MatterPackPart.MATTERS)) {
      if (defined.value().crossRegion() != null) {
        var sense = new Sense(pack, problems, defined.value(), defined.value().scope());
        sense.way();
        sense.visits();
        sense.region();
      }
    }
  }

  private record Sense(PackReading pack, Problems problems, Matter matter, CrossRegion scope) {
    /** The window is this district's own. */
    void way() {
      boolean fromAfar = matter.online() || matter.channels().contains(Channel.POSTAL);
      if (scope.range() != Range.DISTRICT && !fromAfar) {
        problems.add(
            pack.at(matter, "cross-region"),
            "MATTER-19",
            "It can be asked for from elsewhere, but only at a window of this district.",
            "Add online or postal to channels, or write range: district.");
      }
    }

    void visits() {
      if (scope.range().far() && matter.visits() > 0) {
        problems.add(
            pack.at(matter, "cross-region"),
            "MATTER-20",
            "Whoever asks from another province would have to come %d times."
                .formatted(matter.visits()),
            "Make it 0 visits, or write range: city or range: district.");
      }
    }

    void region() {
      boolean named = scope.region() != null;
      if (named != (scope.range() == Range.REGION)) {
        problems.add(
            pack.at(scope, named ? "region" : "range"),
            "MATTER-21",
            named
                ? "A region is named, but the range is not a region."
                : "It is not said which region that is.",
            "range: region and a name under region belong together.");
      }
    }
  }
}
