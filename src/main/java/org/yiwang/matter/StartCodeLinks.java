package org.yiwang.matter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Form.Kind;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * CODE-01 to CODE-04: a code begins something that is there, with answers that fit its questions.
 */
final class StartCodeLinks implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, Form> forms = new HashMap<>();
    pack.list(MatterPackPart.FORMS)
        .forEach(form -> forms.put(form.application() + "/" + form.id(), form.value()));
    Map<String, Form> asked = new HashMap<>();
    for (Defined<Matter> matter : pack.list(MatterPackPart.MATTERS)) {
      Form form = forms.get(matter.application() + "/" + matter.value().form());
      if (form != null) {
        asked.put(matter.id(), form);
      }
    }
    Set<String> seen = new HashSet<>();
    for (Defined<StartCode.CodesFile> file : pack.list(MatterPackPart.CODES)) {
      for (StartCode code : file.value().codes()) {
        new Links(pack, problems, code).check(asked, seen);
      }
    }
  }

  private record Links(PackReading pack, Problems problems, StartCode code) {
    private void wrong(String key, String number, String what, String todo) {
      problems.add(pack.at(code, key), number, what, todo);
    }

    void check(Map<String, Form> asked, Set<String> seen) {
      if (!seen.add(code.id()) || !code.id().matches("[a-z0-9][a-z0-9-]{0,59}")) {
        wrong(
            "id",
            "CODE-01",
            "\"" + code.id() + "\" cannot be the id of a code.",
            "Write small letters, digits and hyphens, and every id once.");
      }
      List<String> matters = matters();
      boolean both = (code.matter() == null) == (code.bundle() == null);
      if (both || matters.isEmpty() || !asked.keySet().containsAll(matters)) {
        wrong(
            code.bundle() == null ? "matter" : "bundle",
            "CODE-02",
            "The code \"" + code.id() + "\" begins nothing that is there.",
            "Name either a matter or a bundle of the district.");
        return;
      }
      answers(matters.stream().flatMap(matter -> Stream.ofNullable(asked.get(matter))).toList());
    }

    private List<String> matters() {
      if (code.bundle() == null) {
        return Stream.ofNullable(code.matter()).toList();
      }
      return pack.list(MatterPackPart.BUNDLES).stream()
          .filter(bundle -> bundle.id().equals(code.bundle()))
          .flatMap(bundle -> bundle.value().members().stream())
          .map(Bundle.Member::matter)
          .toList();
    }

    private void answers(List<Form> forms) {
      Map<String, Field> fields = new TreeMap<>();
      forms.forEach(form -> form.fields().forEach(field -> fields.put(field.id(), field)));
      code.answers().forEach((question, answer) -> answer(question, answer, fields));
    }

    private void answer(String question, String answer, Map<String, Field> fields) {
      @Nullable Field field = fields.get(question);
      if (field == null) {
        wrong(
            "answers",
            "CODE-03",
            "There is no question \""
                + question
                + "\"."
                + problems.nearest(question, fields.keySet()),
            "Name a question of the form that the code begins.");
        return;
      }
      Optional<?> fault =
          field.kind() == Kind.STREET ? Optional.empty() : AnswerCheck.fault(field, answer);
      if (fault.isPresent()) {
        wrong(
            "answers",
            "CODE-04",
            "\"" + answer + "\" is no answer to \"" + question + "\".",
            "Write it as it would be typed or chosen; of options, the id.");
      }
    }
  }
}
