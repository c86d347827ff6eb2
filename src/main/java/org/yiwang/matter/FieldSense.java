package org.yiwang.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;

/** FORM-07 to FORM-09: what cells cannot be, where answers come from, and where they are kept. */
record FieldSense(PackReading pack, Problems problems) {
  private static final Set<Kind> NO_CELL = Set.of(Kind.ROWS, Kind.FILE);

  void check(Field field) {
    from(field, false);
    keep(field);
    for (Field column : field.columns()) {
      from(column, true);
      if (NO_CELL.contains(column.kind()) || column.keep() != null || column.most() != null) {
        problems.add(
            pack.at(column),
            "FORM-07",
            "\"" + column.id() + "\" cannot be asked in a row.",
            "In a row there are no rows and no files, and nothing is kept; ask it by itself.");
      }
    }
  }

  private void from(Field field, boolean column) {
    Set<String> facts = kinds().stream().map(FactKind::id).collect(Collectors.toSet());
    for (String from : field.from()) {
      Optional<Set<String>> instead = KnownFrom.instead(field, column, from, facts);
      if (instead.isPresent()) {
        Set<String> may = instead.get();
        problems.add(
            pack.at(field, "from"),
            "FORM-08",
            "\"" + field.id() + "\" cannot come from \"" + from + "\"." + near(from, may),
            may.isEmpty()
                ? "Take it away: a file is given by the person."
                : "A question may come from a credential:TYPE/CLAIM, account:name or a fact of the"
                    + " file; rows and their cells from a relation.");
      }
    }
  }

  private String near(String from, Set<String> may) {
    return may.isEmpty() ? "" : problems.nearest(from, may);
  }

  private List<FactKind> kinds() {
    return FactKinds.kindsIn(pack);
  }

  /** Nobody is ever found by what somebody only typed: an identifying fact is not kept so. */
  private void keep(Field field) {
    String keep = field.keep();
    Set<String> may =
        kinds().stream()
            .filter(kind -> !kind.identifies() && !kind.names())
            .map(FactKind::id)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean asked = field.kind() == Kind.ROWS || field.kind() == Kind.FILE;
    if (keep != null && (asked || !may.contains(keep))) {
      problems.add(
          pack.at(field, "keep"),
          "FORM-09",
          "\""
              + field.id()
              + "\" cannot be kept as \""
              + keep
              + "\"."
              + (asked ? "" : near(keep, may)),
          "Name a kind of fact of party.yaml by which nobody is found; rows and files are not kept.");
    }
  }
}
