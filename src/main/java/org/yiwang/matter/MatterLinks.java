package org.yiwang.matter;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.DefinitionType;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** LINK-31 to LINK-34: what a matter names is there, and its id is its own in the district. */
final class MatterLinks implements PackCheck {
  /** Instead of a unit: the office of the applicant's street. */
  static final String STREET = "street";

  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> units = new TreeSet<>(Units.idsIn(pack));
    Set<String> lifeEvents =
        pack.list(MatterPackPart.LIFE_EVENTS).stream()
            .map(Defined::id)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> seen = new HashSet<>();
    for (Defined<Matter> defined : pack.list(MatterPackPart.MATTERS)) {
      var links = new Links(pack, problems, defined.value());
      links.unit(defined.value().unit(), "unit", units);
      String delegated = defined.value().delegated();
      if (delegated != null && !delegated.equals(STREET)) {
        links.unit(delegated, "delegated", units);
      }
      links.form(formsOf(pack, defined.application()));
      defined.value().lifeEvents().forEach(event -> links.lifeEvent(event, lifeEvents));
      if (!seen.add(defined.id())) {
        links.twice();
      }
    }
  }

  private static Set<String> formsOf(PackReading pack, String application) {
    return idsOf(pack, MatterPackPart.FORMS, application);
  }

  static Set<String> idsOf(PackReading pack, DefinitionType<?> type, String application) {
    return pack.list(type).stream()
        .filter(defined -> defined.application().equals(application))
        .map(Defined::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record Links(PackReading pack, Problems problems, Matter matter) {
    void unit(String id, String key, Set<String> units) {
      if (!units.contains(id)) {
        problems.add(
            pack.at(matter, key),
            "LINK-31",
            "There is no unit \"" + id + "\"." + problems.nearest(id, units),
            "Name a unit of units.yaml.");
      }
    }

    void form(Set<String> forms) {
      if (!forms.contains(matter.form())) {
        problems.add(
            pack.at(matter, "form"),
            "LINK-32",
            "There is no form \"" + matter.form() + "\"." + problems.nearest(matter.form(), forms),
            "Write forms/" + matter.form() + ".yaml in the same application.");
      }
    }

    void lifeEvent(String id, Set<String> known) {
      if (!known.contains(id)) {
        problems.add(
            pack.at(matter, "life-events"),
            "LINK-33",
            "There is no life event \"" + id + "\"." + problems.nearest(id, known),
            "Name one of life-events.csv.");
      }
    }

    void twice() {
      problems.add(
          pack.at(matter, "id"),
          "LINK-34",
          "The matter \"" + matter.id() + "\" stands there twice.",
          "Give every matter of the district an id of its own.");
    }
  }
}
