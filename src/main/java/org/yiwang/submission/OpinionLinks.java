package org.yiwang.submission;

import org.yiwang.casework.Cases;
import org.yiwang.matter.Matters;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.rule.Condition;

/** LINK-65: whether a unit is asked depends on questions that every matter of its way asks. */
final class OpinionLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Matters.Declared declared : Matters.declaredIn(pack)) {
      String lifecycle = declared.matter().lifecycle();
      for (Condition when : Cases.conditionsIn(pack, declared.application(), lifecycle)) {
        when.fault(declared.questions())
            .ifPresent(
                fault ->
                    problems.add(
                        pack.at(declared.matter(), "lifecycle"),
                        "LINK-65",
                        "The lifecycle \"%s\" asks for an opinion when \"%s\", which does not work: %s."
                            .formatted(lifecycle, when.text(), fault),
                        "Write FEEL over: " + String.join(", ", declared.questions()) + "."));
      }
    }
  }
}
