package org.yiwang.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yiwang.story.Person.Answer;

/** Applicant and officers write to each other about a case, and one answer is put right. */
final class StoryMessages {
  private static final Pattern MEND =
      Pattern.compile("href=\"(/applications/[^\"]+/mend/[0-9a-f-]+)\"");

  private final StoryProgram program;
  private final Mismatches mismatches;

  StoryMessages(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
  }

  /** Words to the other side. */
  Answer write(Deed deed, StoryCase on) {
    String words = String.valueOf(deed.writes());
    return program.person(deed.who()).form(path(deed.who(), on), Map.of("words", words));
  }

  /** An officer chooses the one question, and writes why. */
  Answer askToMend(Deed deed, StoryCase on) {
    Person officer = program.person(deed.who());
    Map.Entry<String, String> asked = deed.asksToMend().entrySet().iterator().next();
    Answer page = officer.page(path(deed.who(), on));
    if (!page.good()) {
      return page;
    }
    PageForm form = PageForm.in(page, "/cases/");
    if (deed.refused() == null && !form.offers("question", asked.getKey())) {
      mismatches.add(
          deed,
          asked.getKey() + " can be put right",
          String.valueOf(form.choices().get("question")));
    }
    return officer.form(
        form.action(), Map.of("words", asked.getValue(), "question", asked.getKey()));
  }

  /** The applicant follows the newest link; the page asks exactly that question. */
  Answer mend(Deed deed, StoryCase on) {
    Person person = program.person(deed.who());
    Map.Entry<String, String> right = deed.mends().entrySet().iterator().next();
    Answer talk = person.page(path(deed.who(), on));
    List<String> links =
        MEND.matcher(talk.body()).results().map((MatchResult found) -> found.group(1)).toList();
    if (!talk.good() || links.isEmpty()) {
      mismatches.add(deed, "an answer to put right", talk.shortly());
      return talk;
    }
    PageForm form = PageForm.in(person.page(links.getLast()), "/applications/");
    Set<String> asked = new TreeSet<>(form.asked());
    asked.removeIf(name -> name.startsWith("_") || name.equals("case-version"));
    mismatches.compare(deed, "asked for exactly", Set.of(right.getKey()), asked);
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    fields.put(right.getKey(), form.valueOf(right.getKey(), right.getValue()));
    return person.form(form.action(), fields);
  }

  void check(Sight sight, StoryCase of) {
    if (!sight.messages().isEmpty()) {
      String words = program.person(sight.who()).page(path(sight.who(), of)).words();
      sight.messages().stream()
          .filter(one -> !words.contains(one))
          .forEach(one -> mismatches.add(sight, "the messages say " + one, words));
    }
    if (sight.awaited() != null) {
      Answer counter = program.person(sight.who()).page("/window");
      boolean there = counter.body().contains("/cases/" + of.number() + "/messages");
      mismatches.compare(sight, "their answer is waited for:", sight.awaited(), there);
    }
  }

  /** The applicant's address of the page, or the officers'. */
  private String path(String who, StoryCase on) {
    boolean applicants =
        on.application() != null && program.person(who).page(on.application()).good();
    return (applicants ? on.application() + "/" : "/cases/") + on.number() + "/messages";
  }
}
