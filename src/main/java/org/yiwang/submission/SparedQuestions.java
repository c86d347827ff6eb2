package org.yiwang.submission;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Matters;

/**
 * How many questions of its own form each matter of an application spared the applicant (少填). Every
 * question counts once: filled in from what was known and left so; not asked at all, because the
 * answers did not lead to it or a matter before it in the bundle had asked it; or answered.
 */
@Component
class SparedQuestions {
  private final Matters matters;

  SparedQuestions(Matters matters) {
    this.matters = matters;
  }

  /**
   * What one matter spared.
   *
   * @param questions of the matter's own form
   * @param prefilled of these, filled in and left so
   * @param avoided of these, not asked at all
   */
  record Spared(int questions, int prefilled, int avoided) {}

  /** By matter, in the order of the bundle. */
  Map<String, Spared> count(Wanted wanted, Filled filled) {
    Set<String> open = new HashSet<>();
    wanted
        .questions()
        .open(filled.answers())
        .forEach(part -> part.fields().forEach(field -> open.add(field.id())));
    Map<String, Spared> spared = new LinkedHashMap<>();
    for (Bundle.Member member : wanted.members(filled.answers())) {
      List<String> own = questions(wanted, member);
      List<String> asked = own.stream().filter(open::remove).toList(); // the next finds it asked
      int known = (int) asked.stream().filter(id -> filled.sourceOf(id) != null).count();
      spared.put(member.matter(), new Spared(own.size(), known, own.size() - asked.size()));
    }
    return spared;
  }

  private List<String> questions(Wanted wanted, Bundle.Member member) {
    return matters.questions(List.of(wanted.matter(member))).fields().map(Field::id).toList();
  }
}
