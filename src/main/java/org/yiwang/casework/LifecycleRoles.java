package org.yiwang.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.casework.LifecycleDefinition.Escalation;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.identity.Roles;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** LIFE-21: whoever is to act in a lifecycle is a role of the district. */
final class LifecycleRoles implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> roles = Roles.idsIn(pack);
    Set<String> actors = new LinkedHashSet<>(roles);
    actors.add(MovePolicies.REPORTER);
    actors.add(MovePolicies.SYSTEM);
    Reading reading = new Reading(pack, problems);
    for (Defined<LifecycleDefinition> defined : pack.list(CaseworkPackPart.LIFECYCLES)) {
      for (Step step : defined.value().steps().values()) {
        reading.refer(step, "queue", step.queue(), roles);
        for (Escalation escalation : step.escalations()) {
          reading.refer(escalation, "to", List.of(escalation.to()), roles);
        }
        if (step.parallel() != null) {
          step.parallel().opinions().stream()
              .flatMap(opinion -> Stream.ofNullable(opinion.late()))
              .forEach(late -> reading.refer(late, "to", List.of(late.to()), roles));
        }
        step.actions().values().forEach(action -> reading.refer(action, "by", action.by(), actors));
      }
    }
  }

  private record Reading(PackReading pack, Problems problems) {
    void refer(Object in, String key, List<String> names, Set<String> known) {
      for (String name : names) {
        if (!known.contains(name)) {
          problems.add(
              pack.at(in, key),
              "LIFE-21",
              "There is no role \"" + name + "\"." + problems.nearest(name, known),
              "Name one of: " + String.join(", ", known) + ".");
        }
      }
    }
  }
}
