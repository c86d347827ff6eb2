package org.yiwang.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.StoryDefinition.Applying;
import org.yiwang.story.StoryDefinition.Deed;
import org.yiwang.story.StoryDefinition.Giving;
import org.yiwang.story.StoryDefinition.Supplying;
import org.yiwang.story.StoryDefinition.Try;

/** Fills applications in and supplies what is missing, page by page as people do it. */
final class Applications {
  private static final Pattern PAGE_BEFORE =
      Pattern.compile("href=\"(/drafts/[0-9a-f-]+/parts/[a-z0-9_-]+)\">");
  private static final int MOST_PAGES = 80;

  private final StoryProgram program;
  private final Mismatches mismatches;
  private final byte[] photo;
  private final Map<String, String> chosen = new HashMap<>();

  Applications(StoryProgram program, Mismatches mismatches, byte[] photo) {
    this.program = program;
    this.mismatches = mismatches;
    this.photo = photo;
  }

  /** What an application still has to do and has met so far. */
  private record Course(Person person, Applying applying, Set<String> met, Set<Try> tried) {}

  /** The application's page once it is sent; before that, the page that refused it. */
  Answer apply(Deed deed, Applying applying) {
    Course course =
        new Course(program.person(deed.who()), applying, new HashSet<>(), new HashSet<>());
    Answer page = first(course.person(), begin(applying, course.person()));
    int pages = 0;
    while (page.good() && page.path().startsWith("/drafts/")) {
      if (++pages > MOST_PAGES) {
        throw new IllegalStateException("It never ends: " + page.path());
      }
      String path = page.path();
      page =
          path.endsWith("/check")
              ? check(course.person(), page)
              : path.endsWith("/evidence") ? papers(course, page) : part(course, page);
    }
    if (page.good()) {
      judge(course);
    }
    return page;
  }

  /**
   * The address that begins it; chosen on the page that asks for whom, where it is for others.
   * Whoever is not offered the choice any more still has the address from before.
   */
  private String begin(Applying applying, Person person) {
    String begin = begin(applying);
    if (applying.forWhom() == null) {
      return begin;
    }
    Matcher choice =
        Pattern.compile("href=\"(/apply/[^\"]+)\"><b>" + Pattern.quote(applying.forWhom()) + "</b>")
            .matcher(person.page(begin, "zh").body());
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
    Answer page = person.page(begin, "zh");
    Matcher before = PAGE_BEFORE.matcher(page.body());
    while (page.path().startsWith("/drafts/") && before.find()) {
      page = person.page(before.group(1), "zh");
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
    String more = rowsMissing(form, course.applying().rows());
    Map<String, String> fields = filled(course, form);
    if (!more.isEmpty()) {
      fields.put("more", more);
      return course.person().form(form.action(), fields);
    }
    List<Try> tries =
        course.applying().tries().stream()
            .filter(wrong -> form.asks(wrong.question()) && course.tried().add(wrong))
            .toList();
    if (tries.isEmpty()) {
      return course.person().form(form.action(), fields);
    }
    tries.forEach(wrong -> wrongly(course, form, wrong));
    return course.person().page(page.path(), "zh"); // as it stands after being refused
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
              if (form.asks(name)) {
                fields.put(name, form.valueOf(name, answer));
              }
            });
    cells(course.applying().rows(), form, fields);
    return fields;
  }

  private static void cells(
      Map<String, List<Map<String, String>>> rows, PageForm form, Map<String, String> fields) {
    rows.forEach(
        (question, all) -> {
          for (int row = 1; row <= all.size(); row++) {
            String before = question + "-" + row + "-";
            all.get(row - 1)
                .forEach(
                    (column, answer) -> {
                      if (form.asks(before + column)) {
                        fields.put(before + column, form.valueOf(before + column, answer));
                      }
                    });
          }
        });
  }

  /** The question of which a further row must be added first; empty if there are enough. */
  private static String rowsMissing(PageForm form, Map<String, List<Map<String, String>>> rows) {
    for (var entry : rows.entrySet()) {
      int last = entry.getValue().size();
      for (String column : entry.getValue().getLast().keySet()) {
        String first = entry.getKey() + "-1-" + column;
        if (form.asks(first) && !form.asks(entry.getKey() + "-" + last + "-" + column)) {
          return entry.getKey();
        }
      }
    }
    return "";
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

  private Answer papers(Course course, Answer page) {
    PageForm form = PageForm.in(page, "/drafts/");
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    Map<String, byte[]> files = new LinkedHashMap<>();
    course
        .applying()
        .papers()
        .forEach(
            (paper, giving) -> {
              String way = way(giving);
              if (!form.offers("way-" + paper, way)) {
                mismatches.add(
                    course.applying(),
                    paper + " can be given: " + way,
                    String.valueOf(form.choices().get("way-" + paper)));
              }
              fields.put("way-" + paper, way);
              if (giving == Giving.UPLOADED) {
                files.put("file-" + paper, photo);
              }
            });
    return course.person().form(form.action(), fields, files);
  }

  private static String way(Giving giving) {
    return switch (giving) {
      case FETCHED -> "fetch";
      case UPLOADED -> "upload";
      case PROMISED -> "promise";
      default -> giving == Giving.LATER ? "later" : "none";
    };
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

  /** An officer asks for what is missing, item by item. */
  Answer ask(Deed deed, StoryCase on) {
    Person person = program.person(deed.who());
    Answer page = person.page("/cases/" + on.number() + "/supplement", "zh");
    if (!page.good()) {
      return page;
    }
    PageForm form = PageForm.in(page, "/cases/");
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    deed.asksFor()
        .forEach(
            (name, reason) -> {
              String key = "reason-field:" + name;
              fields.put(form.asks(key) ? key : "reason-evidence:" + name, reason);
              if (!form.asks(key) && !form.asks("reason-evidence:" + name)) {
                mismatches.add(deed, name + " can be asked for", "only " + form.values().keySet());
              }
            });
    return person.form(form.action(), fields);
  }

  /** The applicant sends exactly what was asked for. */
  Answer supply(Deed deed, Supplying supplying, StoryCase on) {
    Person person = program.person(deed.who());
    Answer page = person.page(on.application() + "/" + on.number() + "/supplement", "zh");
    if (!page.good()) {
      return page;
    }
    PageForm form = PageForm.in(page, "/applications/");
    Answer handedIn = form.files().isEmpty() ? follows(supplying, on, person) : null;
    if (handedIn != null) {
      return handedIn;
    }
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    Map<String, byte[]> files = new LinkedHashMap<>();
    supplying.answers().forEach((name, answer) -> fields.put(name, form.valueOf(name, answer)));
    cells(supplying.rows(), form, fields);
    supplying.papers().keySet().forEach(paper -> files.put("file-" + paper, photo));
    asked(supplying, form);
    return person.form(form.action(), fields, files);
  }

  /** Papers that follow are handed in beside their dates; null if there is none. */
  private @Nullable Answer follows(Supplying supplying, StoryCase on, Person person) {
    Answer answer = null;
    for (String paper : supplying.papers().keySet()) {
      String to = on.application() + "/papers/" + paper;
      String page = person.page(String.valueOf(on.application()), "zh").body();
      if (page.contains("action=\"" + to + "\"")) {
        answer = person.form(to, Map.of(), Map.of("file-" + paper, photo));
      }
    }
    return answer;
  }

  private void asked(Supplying supplying, PageForm form) {
    Set<String> there = new HashSet<>(form.files());
    List<String> names = new ArrayList<>(form.values().keySet());
    names.addAll(form.choices().keySet());
    names.stream()
        .filter(name -> !name.startsWith("_"))
        .forEach(name -> there.add(name.replaceAll("-\\d+-.*", "")));
    Set<String> sent = new HashSet<>(supplying.answers().keySet());
    sent.addAll(supplying.rows().keySet());
    supplying.papers().keySet().forEach(paper -> sent.add("file-" + paper));
    if (!there.equals(sent)) {
      mismatches.add(supplying, "asked for exactly " + sent, there.toString());
    }
  }

  /** What an applicant does with one case: withdraw, rate, object. */
  Answer act(Deed deed, StoryCase on) {
    Person person = program.person(deed.who());
    String path = String.valueOf(on.application());
    Answer seen = person.page(path, "zh");
    if (!seen.good()) {
      return seen;
    }
    Map<String, String> fields = new LinkedHashMap<>();
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
