package org.yiwang.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.Applying.Supplying;
import org.yiwang.story.Person.Answer;

/** What is missing is asked for item by item, and supplied. */
final class Supplements {
  private final StoryProgram program;
  private final Mismatches mismatches;
  private final byte[] photo;

  Supplements(StoryProgram program, Mismatches mismatches, byte[] photo) {
    this.program = program;
    this.mismatches = mismatches;
    this.photo = photo;
  }

  /** An officer asks for what is missing, item by item. */
  Answer ask(Deed deed, StoryCase on) {
    Person person = program.person(deed.who());
    Answer page = person.page("/cases/" + on.number() + "/supplement");
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
    Answer page = person.page(on.application() + "/" + on.number() + "/supplement");
    if (!page.good() && page.status() != 404) {
      return page;
    }
    boolean asked = page.good() && !PageForm.in(page, on.application() + "/").files().isEmpty();
    Answer handedIn = asked ? null : follows(supplying, on, person);
    if (handedIn != null || !page.good()) { // only papers that follow have no such page
      return handedIn == null ? page : handedIn;
    }
    PageForm form = PageForm.in(page, on.application() + "/");
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    Map<String, byte[]> files = new LinkedHashMap<>();
    supplying
        .answers()
        .forEach(
            (name, answer) -> {
              if (form.files().contains(name)) {
                replace(name, form, fields);
                files.put(name, photo);
              } else {
                fields.put(name, form.valueOf(name, answer));
              }
            });
    FormRows.fill(supplying.rows(), form, fields);
    supplying.papers().keySet().forEach(paper -> files.put("file-" + paper, photo));
    asked(supplying, form);
    return person.form(form.action(), fields, files);
  }

  /** The file that was sent before is left out where another one comes. */
  private static void replace(String question, PageForm form, Map<String, String> fields) {
    String leaveOut = question + "-remove";
    form.choices().getOrDefault(leaveOut, List.of()).stream()
        .findFirst()
        .ifPresent(before -> fields.put(leaveOut, before.value()));
  }

  /** Papers that follow are handed in beside their dates; null if there is none. */
  private @Nullable Answer follows(Supplying supplying, StoryCase on, Person person) {
    Answer answer = null;
    for (String paper : supplying.papers().keySet()) {
      String to = on.application() + "/papers/" + paper;
      String page = person.page(String.valueOf(on.application())).body();
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
        .forEach(name -> there.add(name.replaceAll("-\\d+-.*|-remove$", "")));
    Set<String> sent = new HashSet<>(supplying.answers().keySet());
    sent.addAll(supplying.rows().keySet());
    supplying.papers().keySet().forEach(paper -> sent.add("file-" + paper));
    if (!there.equals(sent)) {
      mismatches.add(supplying, "asked for exactly " + sent, there.toString());
    }
  }
}
