package org.yiwang.matter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.matter.Bundle.Member;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LINK-41 to LINK-45: a bundle's matters are there, wait for each other in no circle, ask alike.
 */
final class BundleLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, Form> forms = new HashMap<>();
    for (Defined<Form> form : pack.list(MatterPackPart.FORMS)) {
      forms.put(form.application() + "/" + form.id(), form.value());
    }
    Map<String, Form> asked = new LinkedHashMap<>();
    Set<String> matters = new TreeSet<>();
    for (Defined<Matter> matter : pack.list(MatterPackPart.MATTERS)) {
      matters.add(matter.id());
      Form form = forms.get(matter.application() + "/" + matter.value().form());
      if (form != null) {
        asked.put(matter.id(), form);
      }
    }
    for (Defined<Bundle> defined : pack.list(MatterPackPart.BUNDLES)) {
      new Links(pack, problems, defined.value(), matters, asked).check();
    }
  }

  private record Links(
      PackReading pack,
      Problems problems,
      Bundle bundle,
      Set<String> matters,
      Map<String, Form> asked) {
    void check() {
      if (bundle.members().size() < 2) {
        problems.add(
            pack.at(bundle, "members"),
            "LINK-41",
            "A bundle of one matter is that matter.",
            "Name at least two matters.");
      }
      Set<String> before = new HashSet<>();
      for (Member member : bundle.members()) {
        matter(member);
        waits(member, before);
        before.add(member.matter());
        condition(member);
      }
      alike();
    }

    private void matter(Member member) {
      if (!matters.contains(member.matter())) {
        problems.add(
            pack.at(member, "matter"),
            "LINK-42",
            "There is no matter \""
                + member.matter()
                + "\"."
                + problems.nearest(member.matter(), matters),
            "Name a matter of the district.");
      }
    }

    /** Whoever waits stands below what it waits for: so there can be no circle. */
    private void waits(Member member, Set<String> before) {
      for (String wanted : member.after()) {
        if (!before.contains(wanted)) {
          problems.add(
              pack.at(member, "after"),
              "LINK-43",
              "\"%s\" waits for \"%s\", which does not stand above it."
                  .formatted(member.matter(), wanted),
              "Put what is waited for first in the list.");
        }
      }
    }

    private void condition(Member member) {
      Set<String> names =
          forms().stream()
              .flatMap(form -> FormSense.namesOf(form).stream())
              .collect(Collectors.toCollection(TreeSet::new));
      if (member.when() != null) {
        member
            .when()
            .fault(names)
            .ifPresent(
                fault ->
                    problems.add(
                        pack.at(member, "when"),
                        "LINK-44",
                        "The condition does not work: " + fault + ".",
                        "Write FEEL over the questions of the bundle's forms."));
      }
    }

    private void alike() {
      Map<String, Form.Kind> kinds = new HashMap<>();
      for (Form form : forms()) {
        form.fields()
            .forEach(
                field -> {
                  Form.Kind first = kinds.putIfAbsent(field.id(), field.kind());
                  if (first != null && first != field.kind()) {
                    problems.add(
                        pack.at(field, "kind"),
                        "LINK-45",
                        "\"%s\" is a %s here and a %s in another form of the bundle \"%s\"."
                            .formatted(field.id(), word(field.kind()), word(first), bundle.id()),
                        "Ask the same question in the same way, or give it another id.");
                  }
                });
      }
    }

    private static String word(Form.Kind kind) {
      return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private List<Form> forms() {
      return bundle.members().stream()
          .map(member -> asked.get(member.matter()))
          .filter(Objects::nonNull)
          .toList();
    }
  }
}
