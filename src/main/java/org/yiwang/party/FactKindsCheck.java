package org.yiwang.party;

import java.util.HashSet;
import java.util.Set;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** PARTY-01 to PARTY-05: kinds of facts hold together. */
final class FactKindsCheck implements PackCheck {
  private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (FactKind kind : FactKinds.kindsIn(pack)) {
      id(pack, problems, kind, seen);
      sort(pack, problems, kind);
    }
  }

  private static void id(PackReading pack, Problems problems, FactKind kind, Set<String> seen) {
    if (!kind.id().matches(ID)) {
      problems.add(
          pack.at(kind, "id"),
          "PARTY-01",
          "\"%s\" is not an id.".formatted(kind.id()),
          "Write it in lower-case letters, digits and hyphens, like credit-code.");
    }
    if (!seen.add(kind.id())) {
      problems.add(
          pack.at(kind, "id"),
          "PARTY-02",
          "The kind of fact \"%s\" is declared twice.".formatted(kind.id()),
          "Give one of the two another id.");
    }
  }

  private static void sort(PackReading pack, Problems problems, FactKind kind) {
    if ((kind.sort() == FactKind.Sort.CHOICE) == kind.options().isEmpty()) {
      problems.add(
          pack.at(kind, "kind"),
          "PARTY-03",
          "\"%s\": options and a kind that is no choice, or a choice without options."
              .formatted(kind.id()),
          "Give a choice its options, and options to nothing else.");
    }
    if (kind.names() && (kind.of() != FactKind.Whose.FIRM || kind.sort() != FactKind.Sort.TEXT)) {
      problems.add(
          pack.at(kind, "names"),
          "PARTY-05",
          "\"%s\" names somebody, but is no text of a firm.".formatted(kind.id()),
          "Write of: firm and no kind; people are called as their account is.");
    }
    if (kind.check() != null && !kind.masked()) {
      problems.add(
          pack.at(kind, "check"),
          "PARTY-04",
          "\"%s\" has a check character but is no identifier.".formatted(kind.id()),
          "Write kind: identifier, so that screens show it in part only.");
    }
  }
}
