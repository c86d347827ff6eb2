package org.yiwang.party;

import java.util.HashSet;
import java.util.Set;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** PARTY-10 and PARTY-11: what credentials are to say of two parties makes sense. */
final class RelationRulesCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (RelationRule rule : FactKinds.relationsIn(pack)) {
      if (rule.kind() == Relation.Kind.AGENT) {
        problems.add(
            pack.at(rule, "kind"),
            "PARTY-10",
            "No credential makes somebody an agent.",
            "Leave it out; people give mandates themselves, on their own page.");
      }
      if (!seen.add(rule.from() + " " + rule.kind() + " " + rule.of())) {
        problems.add(
            pack.at(rule, "from"),
            "PARTY-11",
            "That \"%s\" says this relation is declared twice.".formatted(rule.from()),
            "Leave one of the two out.");
      }
    }
  }
}
