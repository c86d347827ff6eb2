package org.yiwang.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiwang.identity.Units;
import org.yiwang.pack.Text;
import org.yiwang.story.Person.Answer;

/** The page of a case as somebody sees it, and the words that a story expects on it. */
final class CasePages {
  private final StoryProgram program;
  private final Mismatches mismatches;

  CasePages(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
  }

  void check(Sight sight, StoryCase of) {
    takenIn(sight, of);
    inFull(sight, of);
    if (sight.reads().isEmpty() && sight.readsNot().isEmpty()) {
      return;
    }
    String words = words(sight, of);
    for (String expected : sight.reads()) {
      if (!words.contains(expected)) {
        mismatches.add(sight, "reads " + expected, words);
      }
    }
    for (String secret : sight.readsNot()) {
      if (words.contains(secret)) {
        mismatches.add(sight, "does not read " + secret, words);
      }
    }
  }

  /** Hidden in part at first, and whole once the officer asks, which is a look of its own. */
  private void inFull(Sight sight, StoryCase of) {
    for (String number : sight.readsInFull()) {
      String before = words(sight, of);
      if (before.contains(number)) {
        mismatches.add(sight, number + " hidden until it is asked for", before);
      }
      String path = "/cases/" + of.number() + "/contact";
      String after = program.person(sight.who()).form(path, Map.of()).words();
      if (!after.contains(number)) {
        mismatches.add(sight, "reads in full " + number, after);
      }
    }
  }

  private void takenIn(Sight sight, StoryCase of) {
    String unit = sight.takenIn();
    if (unit != null) {
      Text name = program.get(Units.class).findUnit(unit).orElseThrow().name();
      String said =
          program.words(
              Text.of(
                  "由" + name.zh() + "在窗口代收，本人到场同意",
                  "Taken in at the counter by " + name.en() + ", with the person's consent"));
      String words = page(sight, of, program.language()).words();
      if (!words.contains(said)) {
        mismatches.add(sight, said, words);
      }
    }
  }

  /** The page of the case as this person sees it, in the story's language or in both. */
  String words(Sight sight, StoryCase of) {
    List<String> words = new ArrayList<>();
    for (String language : program.languages()) {
      Answer page = page(sight, of, language);
      words.add(page.words());
      String asked = of.application() + "/" + of.number() + "/supplement";
      if (page.body().contains("\"" + asked + "\"")) { // what an officer wants put right
        words.add(program.person(sight.who()).page(asked, language).words());
      }
    }
    return String.join(" ", words);
  }

  Answer page(Sight sight, StoryCase of, String language) {
    if (sight.who().equals(StoryLinks.VISITOR) && !of.byCode()) {
      return Deeds.look(program.visitor(), of, language);
    }
    boolean own = sight.who().equals(of.reporter());
    if (of.application() != null) {
      Answer applicants = program.person(sight.who()).page(of.application(), language);
      if (own || applicants.good()) {
        return applicants;
      }
    }
    String path = own ? "/requests/lookup/" : "/cases/";
    return program.person(sight.who()).page(path + of.number(), language);
  }
}
