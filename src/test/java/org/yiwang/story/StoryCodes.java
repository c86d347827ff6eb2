package org.yiwang.story;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.Person.Answer;

/** The slips with case codes of a story: whoever has no account follows an application by one. */
final class StoryCodes {
  private static final Pattern NUMBER = Pattern.compile("(?:编号|Number) ([A-Z0-9]+-[A-Z0-9-]+)");
  private static final Pattern CODE =
      Pattern.compile("(?:办件码|Case code) ((?:[2-9A-Z]{4}-){3}[2-9A-Z]{4})");

  private final StoryProgram program;

  /** Codes by the numbers on their slips; the newest counts. */
  private final Map<String, String> codes = new HashMap<>();

  StoryCodes(StoryProgram program) {
    this.program = program;
  }

  /** All cases that the slip names open by its code. */
  void keep(Answer slip) {
    Matcher code = CODE.matcher(slip.words());
    if (!code.find()) {
      throw new IllegalStateException("No code on " + slip.shortly());
    }
    NUMBER
        .matcher(slip.words())
        .results()
        .forEach(number -> codes.put(number.group(1), code.group(1)));
  }

  /**
   * The case as whoever holds its slip opens it, in a browser of their own; for anybody else, and
   * without a slip, as it is.
   */
  @Nullable StoryCase followed(String who, @Nullable StoryCase of) {
    String code = of == null ? null : codes.get(of.number());
    if (of == null || code == null || !who.equals(StoryLinks.VISITOR)) {
      return of;
    }
    Person holder = program.visitor();
    holder.get("/follow");
    Answer page = holder.form("/follow", Map.of("number", of.number(), "code", code));
    if (!page.good()) {
      return of;
    }
    program.holds(holder);
    return new StoryCase(of.number(), StoryLinks.VISITOR, null, page.path());
  }

  /** Somebody who has signed in types number and name, and the code of the slip. */
  Answer join(Deed deed, AtCounter.Joining typed, @Nullable StoryCase of) {
    String code = of == null ? null : codes.get(of.number());
    return program
        .person(deed.who())
        .form(
            "/file/join",
            Map.of(
                "name", typed.name(), "number", typed.number(), "code", code == null ? "" : code));
  }
}
