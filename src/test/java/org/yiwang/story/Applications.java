package org.yiwang.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.story.Applying.Try;
import org.yiwang.story.Person.Answer;

/** Begins applications at their start page and fills them in, page by page as people do it. */
final class Applications {
  private static final Pattern PAGE_BEFORE =
      Pattern.compile("href=\"(/drafts/[0-9a-f-]+/parts/[a-z0-9_-]+)\">");
  private static final int MOST_PAGES = 80;

  private final StoryProgram program;
  private final Mismatches mismatches;
  private final StoryCounter counter;
  private final ApplicationPapers papers;
  private final StartPages startPages;
  private final Map<String, String> chosen = new HashMap<>();

  Applications(StoryProgram program, Mismatches mismatches, StoryCounter counter, byte[] photo) {
    this.counter = counter;
    this.program = program;
    this.mismatches = mismatches;
    this.papers = new ApplicationPapers(mismatches, photo);
    this.startPages = new StartPages(program, mismatches);
  }

  /** What an application still has to do and has met so far. */
  private record Course(Person person, Applying applying, Set<String> met, Set<Try> tried) {}

  /** The application's page once it is sent; before that, the page that refused it. */
  Answer apply(Deed deed, Applying applying) {
    Course course =
        new Course(program.person(deed.who()), applying, new HashSet<>(), new HashSet<>());
    Answer page = first(course.person(), begin(deed, applying, course.person()));
    int pages = 0;
    while (page.good() && page.path().startsWith("/drafts/")) {
      if (++pages > MOST_PAGES) {
        throw new IllegalStateException("It never ends: " + page.path());
      }
      String path = page.path();
      page =
          path.endsWith("/check")
              ? check(course.person(), page)
              : path.endsWith("/evidence")
                  ? papers.give(course.person(), course.applying(), page)
                  : part(course, page);
    }
    if (page.good() && page.path().startsWith("/apply/")) {
      return notBegun(page);
    }
    if (page.good()) {
      judge(course);
    }
    return page;
  }

  /** Whoever has it already is told so, by a page as good as any, and nothing is begun. */
  private static Answer notBegun(Answer page) {
    return new Answer(409, page.body(), page.path(), page.headers());
  }

  /**
   * The address that begins it; chosen on the page that asks for whom, where it is for others.
   * Whoever is not offered the choice any more still has the address from before.
   */
  private String begin(Deed deed, Applying applying, Person person) {
    if (Boolean.TRUE.equals(applying.takenIn())) {
      return counter.begin(deed);
    }
    if (applying.code() == null) {
      startPages.read(applying, person);
    }
    String begin = begin(applying);
    if (applying.forWhom() == null) {
      return begin;
    }
    Matcher choice =
        Pattern.compile("href=\"(/apply/[^\"]+)\"><b>" + Pattern.quote(applying.forWhom()) + "</b>")
            .matcher(person.page(begin).body());
    String kept = begin + " " + applying.forWhom();
    if (choice.find()) {
      chosen.put(kept, choice.group(1).replace("&amp;", "&"));
    }
    return chosen.getOrDefault(kept, begin);
  }

  private static String begin(Applying applying) {
    String begin =
        applying.matter() == null
            ? "/apply/bundles/" + applying.bundle()
            : "/apply/" + applying.matter();
    return applying.code() == null ? begin : begin + "?code=" + applying.code();
  }

  /** The draft's first page of questions; the program goes straight to the first that lacks one. */
  private static Answer first(Person person, String begin) {
    Answer page = person.page(begin);
    Matcher before = PAGE_BEFORE.matcher(page.body());
    while (page.path().startsWith("/drafts/") && before.find()) {
      page = person.page(before.group(1));
      before = PAGE_BEFORE.matcher(page.body());
    }
    return page;
  }

  private Answer part(Course course, Answer page) {
    PageForm form = PageForm.in(page, "/drafts/");
    for (String name : form.values().keySet()) {
      if (course.met().add(name)) {
        prefilled(course.applying(), form, name);
      }
    }
    course.met().addAll(form.choices().keySet());
    String more = FormRows.missing(form, course.applying().rows());
    Map<String, String> fields = filled(course, form);
    String known = FormRows.known(course.applying().takes(), page);
    if (!known.isEmpty()) { // before anything else is typed into the rows
      Map<String, String> asItStands = new LinkedHashMap<>(form.values());
      asItStands.put("take-known", known);
      return course.person().form(form.action(), asItStands);
    }
    if (!more.isEmpty()) {
      fields.put("add-row", more);
      return course.person().form(form.action(), fields);
    }
    List<Try> tries =
        course.applying().tries().stream()
            .filter(wrong -> form.asks(wrong.question()) && course.tried().add(wrong))
            .toList();
    if (tries.isEmpty()) {
      Set<String> files = new HashSet<>(course.applying().answers().keySet());
      files.removeIf(name -> !form.files().contains(name) || !course.met().add(name));
      return papers.sent(course.person(), form, fields, files);
    }
    tries.forEach(wrong -> wrongly(course, form, wrong));
    return course.person().page(page.path()); // as it stands after being refused
  }

  private void prefilled(Applying applying, PageForm form, String name) {
    String source = applying.prefilled().get(name);
    if (source != null && form.values().getOrDefault(name, "").isEmpty()) {
      mismatches.add(applying, name + " filled in from " + source, "it is empty");
    } else if (source != null && !form.hintOf(name).contains(source)) {
      mismatches.add(applying, name + " filled in from " + source, form.hintOf(name));
    }
  }

  private static Map<String, String> filled(Course course, PageForm form) {
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    course
        .applying()
        .answers()
        .forEach(
            (name, answer) -> {
              if (form.asks(name) && !form.files().contains(name)) {
                fields.put(name, form.valueOf(name, answer));
              }
            });
    FormRows.fill(course.applying().rows(), form, fields);
    return fields;
  }

  /** What is wrong is said beside the question, and nothing that was typed is lost. */
  private void wrongly(Course course, PageForm form, Try wrong) {
    Map<String, String> fields = filled(course, form);
    fields.put(wrong.question(), form.valueOf(wrong.question(), wrong.answer()));
    Answer answer = course.person().form(form.action(), fields);
    if (answer.good() && answer.path().equals(form.action())) {
      PageForm further = PageForm.in(answer, form.action()); // an answer led to further questions
      if (!further.asked().equals(form.asked())) {
        wrongly(course, further, wrong);
        return;
      }
    }
    if (answer.good()) {
      mismatches.add(wrong, "refused with " + wrong.refused(), "it was taken");
      return;
    }
    PageForm again = PageForm.in(answer, form.action());
    String question = wrong.question().replaceAll("-\\d+-.*", ""); // a cell, or its whole question
    String said = again.faultOf(wrong.question()) + again.faultOf(question);
    if (!said.contains(wrong.refused())) {
      mismatches.add(wrong, wrong.refused(), said);
    }
    fields.forEach(
        (name, typed) -> {
          if (again.asks(name) && !name.startsWith("_")) {
            mismatches.compare(wrong, name, typed, again.values().getOrDefault(name, ""));
          }
        });
  }

  private static Answer check(Person person, Answer page) {
    PageForm form = PageForm.in(page, "/drafts/");
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    fields.put("confirm", "yes");
    return person.form(form.action(), fields);
  }

  private void judge(Course course) {
    Applying applying = course.applying();
    Set<String> expected = new HashSet<>(applying.answers().keySet());
    expected.addAll(applying.prefilled().keySet());
    expected.removeAll(course.met());
    if (!expected.isEmpty()) {
      mismatches.add(applying, "the questions " + expected, "they were not asked");
    }
    for (String unwanted : applying.notAsked()) {
      if (course.met().contains(unwanted)) {
        mismatches.add(applying, unwanted + " is not asked", "it was asked");
      }
    }
    for (Try wrong : applying.tries()) {
      if (!course.tried().contains(wrong)) {
        mismatches.add(wrong, "the question " + wrong.question(), "it was not asked");
      }
    }
  }

  /** What an applicant does with one case: withdraw, rate, object. */
  Answer act(Deed deed, StoryCase on) {
    Person person = program.person(deed.who());
    String path = String.valueOf(on.application());
    Answer seen = person.page(path);
    if (!seen.good()) {
      return seen;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    PageForm.doing(seen, path + "/" + on.number(), String.valueOf(deed.does()))
        .ifPresent(form -> fields.putAll(form.values()));
    fields.putAll(deed.fillsIn());
    fields.put("action", String.valueOf(deed.does()));
    fields.put("version", ApplicationPage.card(seen, on).version());
    fields.put("note", deed.note() == null ? "" : deed.note());
    fields.put("rating", deed.rating() == null ? "" : deed.rating().toString());
    return person.form(on.promise() ? path : path + "/" + on.number(), fields);
  }

  static String name(Applying applying) {
    String called = applying.called();
    String of = applying.matter() == null ? applying.bundle() : applying.matter();
    return String.valueOf(called == null ? of : called).toLowerCase(Locale.ROOT);
  }
}
