package org.yiwang.party;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** PARTY-10 to PARTY-14: what credentials are to say of two parties makes sense. */
final class RelationRulesCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    List<RelationRule> before = new ArrayList<>();
    for (RelationRule rule : FactKinds.relationsIn(pack)) {
      if (rule.kind() == Relation.Kind.AGENT) {
        problems.add(
            pack.at(rule, "kind"),
            "PARTY-10",
            "No credential makes somebody an agent.",
            "Leave it out; people give mandates themselves, on their own page.");
      } else {
        sides(pack, rule, problems);
        only(pack, rule, before, problems);
      }
      if (before.stream().anyMatch(one -> sameAs(one, rule))) {
        problems.add(
            pack.at(rule, "from"),
            "PARTY-11",
            "That \"%s\" says this relation is declared twice.".formatted(rule.from()),
            "Leave one of the two out.");
      }
      before.add(rule);
    }
  }

  /**
   * From one claim the same kind twice, whichever side; two may differ in whose number they ask.
   */
  private static boolean sameAs(RelationRule one, RelationRule other) {
    return one.from().equals(other.from())
        && one.kind() == other.kind()
        && (one.holderIs() == null
            || other.holderIs() == null
            || one.holderIs().equals(other.holderIs()));
  }

  private static void sides(PackReading pack, RelationRule rule, Problems problems) {
    boolean persons = rule.kind() == Relation.Kind.CHILD || rule.kind() == Relation.Kind.SPOUSE;
    if (rule.holderIs() == null && (persons || rule.of() == RelationRule.Side.OTHER)) {
      problems.add(
          pack.at(rule, "kind"),
          "PARTY-12",
          "Whoever holds this credential would be in the relation, whether it is about them or not.",
          "Name under holder-is the claim that has to hold the holder's own number.");
    }
    String same = twice(rule);
    if (same != null) {
      problems.add(
          pack.at(rule, "from"),
          "PARTY-13",
          "The claim \"%s\" stands for two different things here.".formatted(same),
          "from is the number of the other, named their name, holder-is the holder's own number.");
    }
  }

  private static @Nullable String twice(RelationRule rule) {
    if (rule.claim().equals(rule.holderIs()) || rule.claim().equals(rule.named())) {
      return rule.claim();
    }
    return rule.named() != null && rule.named().equals(rule.holderIs()) ? rule.named() : null;
  }

  private static void only(
      PackReading pack, RelationRule rule, List<RelationRule> before, Problems problems) {
    boolean persons = rule.kind() == Relation.Kind.CHILD || rule.kind() == Relation.Kind.SPOUSE;
    if (rule.only() && persons) {
      problems.add(
          pack.at(rule, "only"),
          "PARTY-14",
          "A new child or spouse ends no relation to another.",
          "Leave only out.");
    } else if (before.stream().anyMatch(one -> mixes(one, rule))) {
      problems.add(
          pack.at(rule, "kind"),
          "PARTY-14",
          "By one rule there is one such at a time, by another there are several.",
          "Write only: true at all rules of this kind, each of the same side, or at none.");
    }
  }

  private static boolean mixes(RelationRule one, RelationRule other) {
    return one.kind() == other.kind()
        && (one.only() != other.only() || (one.only() && one.of() != other.of()));
  }
}
