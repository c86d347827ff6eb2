package org.yiwang.submission;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.casework.Cases;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Missing.Then;
import org.yiwang.matter.Matters;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LINK-55 and LINK-56: where somebody may promise, a lifecycle checks it; where a paper may follow
 * later, the matter's lifecycle knows what to do when it does not.
 */
final class PromiseLinks implements PackCheck {
  private static final List<String> NEEDED =
      List.of(
          FollowChecks.KEPT,
          FollowChecks.BROKEN,
          FollowChecks.OBJECT,
          FollowChecks.OVERTURN,
          FollowChecks.UPHOLD);

  @Override
  public void check(PackReading pack, Problems problems) {
    for (Matters.Declared declared : Matters.declaredIn(pack)) {
      Matter matter = declared.matter();
      for (Evidence evidence : matter.evidence()) {
        if (evidence.promise() != null) {
          Set<String> there = Cases.actionsIn(pack, declared.application(), CheckPromise.LIFECYCLE);
          checks(pack, problems, evidence, there);
        }
        if (evidence.later() != null) {
          Set<String> there = Cases.actionsIn(pack, declared.application(), matter.lifecycle());
          ends(pack, problems, evidence, there);
        }
      }
    }
  }

  private static void checks(
      PackReading pack, Problems problems, Evidence evidence, Set<String> there) {
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(there);
    if (!missing.isEmpty()) {
      problems.add(
          pack.at(evidence, "promise"),
          "LINK-55",
          "Nobody can check this promise: lifecycles/"
              + CheckPromise.LIFECYCLE
              + ".yaml has no action "
              + String.join(", ", missing)
              + ".",
          "Write that lifecycle in the same application, with the actions "
              + String.join(", ", NEEDED)
              + ".");
    }
  }

  private static void ends(
      PackReading pack, Problems problems, Evidence evidence, Set<String> there) {
    Then then = evidence.missingRule().then();
    String action = then == Then.REFUSE ? MissPaper.REFUSE : MissPaper.LAPSE;
    if (!there.isEmpty() && !there.contains(action)) {
      problems.add(
          pack.at(evidence, "later"),
          "LINK-56",
          "The matter's lifecycle has no action \"" + action + "\" for a paper that never comes.",
          "Write an action " + action + " with by: [system] in each step before the decision.");
    }
  }
}
