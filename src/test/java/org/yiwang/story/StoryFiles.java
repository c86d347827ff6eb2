package org.yiwang.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.Deed.Wrong;
import org.yiwang.story.Person.Answer;

/** What officers and people do with files, on the pages on which they do it. */
final class StoryFiles {
  private static final Pattern LOOK = Pattern.compile("(?s)<li id=\"look-.*?</li>");
  private static final Pattern ASK = Pattern.compile("action=\"(/file/looks/\\d+/why[^\"]*)\"");
  private static final Pattern CASE = Pattern.compile("/requests/lookup/([A-Z0-9-]+)");

  private final StoryProgram program;
  private final Mismatches mismatches;

  StoryFiles(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
  }

  /** An officer types a number, and a reason where the page asks for one. */
  Answer read(Deed deed) {
    Person officer = program.person(deed.who());
    Answer page =
        officer.form("/parties", Map.of("number", Objects.requireNonNull(deed.readsFile())));
    boolean asks = page.body().contains("name=\"why\"");
    return asks && deed.note() != null
        ? officer.form(page.path(), Map.of("why", deed.note()))
        : page;
  }

  /** One tap beside the newest look whose line says so. */
  Answer askWhy(Deed deed) {
    Person person = program.person(deed.who());
    String line = look(person.page("/file/looks"), String.valueOf(deed.asksWhy()));
    Matcher form = ASK.matcher(line);
    if (!form.find()) {
      mismatches.add(deed, "a look to ask about: " + deed.asksWhy(), line);
    }
    return form.reset().find()
        ? person.form(form.group(1).replace("&amp;", "&"), Map.of())
        : person.page("/file/looks");
  }

  private static String look(Answer page, String words) {
    return LOOK.matcher(page.body())
        .results()
        .map(found -> found.group())
        .filter(line -> Person.plain(line).contains(words))
        .findFirst()
        .orElse("");
  }

  /** The case in which it was asked, by the line of the look. */
  @Nullable StoryCase question(Deed deed) {
    Answer page = program.person(deed.who()).page("/file/looks");
    return opened(deed, look(page, String.valueOf(deed.asksWhy())));
  }

  private static @Nullable StoryCase opened(Deed deed, String where) {
    Matcher number = CASE.matcher(where);
    return number.find() ? new StoryCase(number.group(1), deed.who(), null, null) : null;
  }

  /** Says beside a fact what is right, and why; beside a relation only why. */
  Answer sayWrong(Deed deed, Wrong wrong) {
    Person person = program.person(deed.who());
    Answer file = person.page("/file");
    Matcher beside =
        Pattern.compile(
                "(?s)<dt>"
                    + Pattern.quote(named(wrong))
                    + "</dt>(?:(?!<dt>).)*?href=\"(/file/[0-9a-z/-]+/wrong)\"")
            .matcher(file.body());
    if (!beside.find()) {
      mismatches.add(wrong, "something called " + named(wrong) + " in the file", file.shortly());
      return file;
    }
    PageForm form = PageForm.in(person.page(beside.group(1)), "/file/");
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    if (wrong.right() != null) {
      fields.put("value", form.valueOf("value", wrong.right()));
    }
    fields.put("why", wrong.why());
    return person.form(form.action(), fields);
  }

  private static String named(Wrong wrong) {
    return String.valueOf(wrong.fact() == null ? wrong.relation() : wrong.fact());
  }

  /** The case that the page came to. */
  static @Nullable StoryCase correction(Deed deed, Answer answer) {
    return opened(deed, answer.path());
  }

  void check(Sight sight) {
    stands(sight, "/file", sight.inFile());
    stands(sight, "/file/looks", sight.looked());
  }

  private void stands(Sight sight, String path, List<String> expected) {
    if (expected.isEmpty()) {
      return;
    }
    String words = program.person(sight.who()).page(path).words();
    expected.stream()
        .filter(one -> !words.contains(one))
        .forEach(one -> mismatches.add(sight, path + " says " + one, words));
  }
}
