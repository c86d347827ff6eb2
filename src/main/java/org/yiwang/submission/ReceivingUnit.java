package org.yiwang.submission;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Matter;

/** Which unit receives a matter (受理单位): its own, one it is delegated to, or the street's office. */
@Component
class ReceivingUnit {
  private static final String STREET = "street";

  private final Units units;

  ReceivingUnit(Units units) {
    this.units = units;
  }

  /** As the answers stand; the matter's own unit as long as no street is known. */
  String of(Matter matter, Wanted wanted, Answers answers) {
    return of(matter, answer(wanted, answers, Kind.STREET).orElse(null));
  }

  String of(Matter matter, @Nullable String street) {
    if (STREET.equals(matter.delegated()) && street != null) {
      return units.findByArea(street).map(Unit::id).orElse(matter.unit());
    }
    return matter.delegated() == null || STREET.equals(matter.delegated())
        ? matter.unit()
        : matter.delegated();
  }

  /** The first answer of that kind. */
  static Optional<String> answer(Wanted wanted, Answers answers, Kind kind) {
    return answer(wanted, answers, kind::equals);
  }

  /** The first answer of such a kind. */
  static Optional<String> answer(Wanted wanted, Answers answers, Predicate<Kind> kind) {
    return wanted
        .questions()
        .fields()
        .filter(field -> kind.test(field.kind()))
        .map(Field::id)
        .filter(answers::has)
        .map(id -> String.valueOf(answers.at(id)))
        .findFirst();
  }
}
