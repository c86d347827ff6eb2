package org.yiwang.submission;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.casework.Cases;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Missing.Then;
import org.yiwang.matter.Matter.Promise.OnBroken;
import org.yiwang.matter.Matters;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LINK-55 and LINK-56: where somebody may promise, a lifecycle checks it; where a paper may follow
 * later, or is asked for once a promise was broken, the matter's lifecycle can end wherever a case
 * may wait when it does not come.
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
        if (evidence.later() != null || asksAfterwards(evidence)) {
          ends(pack, problems, declared, evidence);
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

  /** A broken promise may turn into a paper that is asked for while the case is still open. */
  private static boolean asksAfterwards(Evidence evidence) {
    return evidence.promise() != null && evidence.promise().onBroken() == OnBroken.SUPPLEMENT;
  }

  private static void ends(
      PackReading pack, Problems problems, Matters.Declared declared, Evidence evidence) {
    Then then = evidence.missingRule().then();
    String action = then == Then.REFUSE ? MissPaper.REFUSE : MissPaper.LAPSE;
    String lifecycle = declared.matter().lifecycle();
    List<String> without = Cases.stepsNotEnding(pack, declared.application(), lifecycle, action);
    if (!without.isEmpty()) {
      problems.add(
          pack.at(evidence, evidence.later() != null ? "later" : "promise"),
          "LINK-56",
          "A paper that never comes ends nothing where the matter's lifecycle waits in "
              + String.join(", ", without)
              + ".",
          "Write an action \""
              + action
              + "\" with by: [system] in each open step before the grant, leading to a closed one"
              + " and asking for nothing.");
    }
  }
}
