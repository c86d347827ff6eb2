package org.yiwang.story;

import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.story.Person.Answer;

/** The page on which somebody reads what a matter or bundle is, before they begin it (办事指南). */
final class StartPages {
  private final StoryProgram program;
  private final Mismatches mismatches;

  StartPages(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
  }

  /** It says what it is about in the reader's language, and leads to the form. */
  void read(Applying applying, Person person) {
    Matters matters = program.get(Matters.class);
    if (applying.matter() != null) {
      Matter matter = matters.getMatter(applying.matter());
      Answer page = person.page("/matters/" + matter.id());
      says(applying, page, matter.name());
      says(applying, page, matter.about());
      says(applying, page, matter.outcome().name());
      leads(applying, page, "/apply/" + matter.id());
    } else {
      Bundle bundle = matters.findBundle(String.valueOf(applying.bundle())).orElseThrow();
      Answer page = person.page("/bundles/" + bundle.id());
      says(applying, page, bundle.name());
      says(applying, page, bundle.about());
      bundle.members().forEach(one -> says(applying, page, matters.getMatter(one.matter()).name()));
      leads(applying, page, "/apply/bundles/" + bundle.id());
    }
  }

  private void says(Applying applying, Answer page, Text expected) {
    String words = program.words(expected);
    if (!page.words().contains(words)) {
      mismatches.add(applying, "a start page that says " + words, page.shortly());
    }
  }

  private void leads(Applying applying, Answer page, String form) {
    if (!page.body().contains("href=\"" + form + "\"")) {
      mismatches.add(applying, "a start page that leads to " + form, page.shortly());
    }
  }
}
