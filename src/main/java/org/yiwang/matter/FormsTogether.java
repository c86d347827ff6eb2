package org.yiwang.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Part;
import org.yiwang.rule.Condition;

/**
 * Puts the forms of a bundle together (合并表单): each shared question once, and what a matter asks
 * that is part of it only sometimes, only then.
 */
final class FormsTogether {
  private final List<Asked> forms;

  /**
   * One of the forms.
   *
   * @param when its matter is part of the bundle only if this holds; always if null
   */
  record Asked(Form form, @Nullable Condition when) {}

  FormsTogether(List<Asked> forms) {
    this.forms = forms;
  }

  List<Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Asked one : forms) {
      for (Part part : one.form().parts()) {
        List<Field> fresh =
            part.fields().stream()
                .filter(field -> seen.add(field.id()))
                .map(field -> field.asked(both(field.when(), neededWhen(field.id()))))
                .toList();
        if (!fresh.isEmpty()) {
          parts.merge(part.id(), with(part, fresh), FormsTogether::merged);
        }
      }
    }
    return List.copyOf(parts.values());
  }

  /** Checks of a form that does not count now do no harm. */
  List<Form.Check> checks() {
    List<Form.Check> checks = new ArrayList<>();
    for (Asked one : forms) {
      for (Form.Check check : one.form().checks()) {
        checks.add(
            one.when() == null
                ? check
                : new Form.Check(
                    onlyIf(one.when(), check.must()), check.field(), check.says(), check.next()));
      }
    }
    return checks.stream().distinct().toList();
  }

  /**
   * When one of the forms that ask it counts; null for always. What a form's own condition speaks
   * of has to be asked before that can be said.
   */
  private @Nullable Condition neededWhen(String field) {
    @Nullable Condition any = null;
    for (Asked one : forms) {
      if (one.form().fields().anyMatch(asked -> asked.id().equals(field))) {
        if (one.when() == null || speaksOf(one.when(), field)) {
          return null;
        }
        any = any == null ? one.when() : either(any, one.when());
      }
    }
    return any;
  }

  private static boolean speaksOf(Condition condition, String field) {
    return Pattern.compile("\\b" + Pattern.quote(field) + "\\b").matcher(condition.text()).find();
  }

  static Part with(Part part, List<Field> fields) {
    return new Part(part.id(), part.name(), part.hint(), part.when(), fields);
  }

  /** Asked in both forms under the same heading; whoever meets one condition sees the page. */
  private static Part merged(Part first, Part second) {
    return new Part(
        first.id(),
        first.name(),
        first.hint(),
        first.when() == null || second.when() == null ? null : either(first.when(), second.when()),
        Stream.concat(first.fields().stream(), second.fields().stream()).toList());
  }

  private static Condition either(Condition first, Condition second) {
    return new Condition("(" + first.text() + ") or (" + second.text() + ")");
  }

  private static @Nullable Condition both(@Nullable Condition first, @Nullable Condition second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return new Condition("(" + first.text() + ") and (" + second.text() + ")");
  }

  private static Condition onlyIf(Condition when, Condition must) {
    return new Condition("if (" + when.text() + ") then (" + must.text() + ") else true");
  }
}
