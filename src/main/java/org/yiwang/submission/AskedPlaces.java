package org.yiwang.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Form.Part;
import org.yiwang.page.Refusals;

/**
 * What a page asked when it was drawn (已问的题): an answer may lead to a further question or cell,
 * which nobody has seen yet and whose answer is therefore not missing.
 */
final class AskedPlaces {
  private final Set<String> questions = new HashSet<>();
  private final Set<String> places;

  AskedPlaces(Part part, Answers answers) {
    part.fields().stream()
        .filter(field -> field.kind() != Kind.ROWS)
        .forEach(field -> questions.add(field.id()));
    this.places = places(part, answers, true);
  }

  /** Whether the page asks more now. */
  boolean leadsTo(Part now, Answers answers) {
    return !places.containsAll(places(now, answers, false));
  }

  /** Whether only questions lack an answer that were not on the page yet: those are no faults. */
  boolean missedBy(Refusals faults) {
    return faults.list().stream()
        .allMatch(fault -> fault.field() != null && !asked(String.valueOf(fault.field())));
  }

  /** A question, what belongs to it such as its pin, or a cell. */
  private boolean asked(String place) {
    return places.contains(place)
        || questions.stream().anyMatch(question -> place.startsWith(question + "-"));
  }

  private static Set<String> places(Part part, Answers answers, boolean drawn) {
    Set<String> places = new HashSet<>();
    for (Field field : part.fields()) {
      places.add(field.id());
      List<Map<String, String>> rows = answers.rowsAt(field.id());
      int last = field.kind() == Kind.ROWS && drawn ? rows.size() + 1 : rows.size();
      for (int row = 1; row <= last; row++) {
        Map<String, String> cells = row <= rows.size() ? rows.get(row - 1) : Map.of();
        for (Field column : field.columnsFor(cells)) {
          places.add(FormReading.name(field, row, column));
        }
      }
    }
    return places;
  }
}
