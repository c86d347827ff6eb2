package org.yiwang.submission;

import java.util.Set;
import java.util.TreeSet;
import org.yiwang.casework.Cases;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LINK-61 to LINK-63: what is granted on the spot can be, its requirements know what they speak of,
 * and a credential that is replaced was asked for.
 */
final class AtOnceLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Matters.Declared declared : Matters.declaredIn(pack)) {
      Matter matter = declared.matter();
      var links = new Links(pack, problems, matter);
      links.replaces();
      if (!matter.atOnce().isEmpty()) {
        links.lifecycle(Cases.programActionsIn(pack, declared.application(), matter.lifecycle()));
        links.requirements(declared.questions());
      }
    }
  }

  private record Links(PackReading pack, Problems problems, Matter matter) {
    void lifecycle(Set<String> actions) {
      if (!actions.contains(GrantAtOnce.ACTION)) {
        problems.add(
            pack.at(matter, "lifecycle"),
            "LINK-61",
            "The lifecycle \"" + matter.lifecycle() + "\" lets the program grant nothing.",
            "Give its first step the action " + GrantAtOnce.ACTION + " with by: [system].");
      }
    }

    void requirements(Set<String> questions) {
      Set<String> names = new TreeSet<>(questions);
      names.addAll(GrantAtOnce.NAMES);
      for (Matter.Requirement one : matter.atOnce()) {
        one.must()
            .fault(names)
            .ifPresent(
                fault ->
                    problems.add(
                        pack.at(one, "must"),
                        "LINK-62",
                        "The requirement \""
                            + one.must().text()
                            + "\" does not work: "
                            + fault
                            + ".",
                        "Write FEEL over: " + String.join(", ", names) + "."));
      }
    }

    void replaces() {
      String evidence = matter.outcome().replaces();
      boolean asked =
          matter.evidence().stream()
              .anyMatch(one -> one.id().equals(evidence) && one.credential() != null);
      if (evidence != null && !asked) {
        problems.add(
            pack.at(matter.outcome(), "replaces"),
            "LINK-63",
            "\"" + evidence + "\" is no evidence that is fetched as a credential.",
            "Name the evidence whose credential the new one takes the place of.");
      }
    }
  }
}
