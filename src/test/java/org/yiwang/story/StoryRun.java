package org.yiwang.story;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.StoryDefinition.Applying;
import org.yiwang.story.StoryDefinition.Deed;
import org.yiwang.story.StoryDefinition.Scene;
import org.yiwang.story.StoryDefinition.Sight;

/** Plays one story. */
final class StoryRun {
  private final StoryProgram program;
  private final StoryDefinition story;
  private final Mismatches mismatches;
  private final Map<String, StoryCase> cases = new LinkedHashMap<>();
  private final StoryApplications applications;
  private final Deeds deeds;
  private final StoryMandates mandates;
  private final StoryFiles files;
  private final Sights sights;
  private ZonedDateTime now;

  StoryRun(StoryProgram program, StoryBook book, StoryDefinition story) {
    this.program = program;
    this.story = story;
    this.mismatches = new Mismatches(book);
    this.applications = new StoryApplications(program);
    this.deeds = new Deeds(program, mismatches);
    this.mandates = new StoryMandates(program);
    this.files = new StoryFiles(program, mismatches);
    this.sights = new Sights(program, mismatches);
    this.now = story.on().atTime(LocalTime.MIN).atZone(program.get(DistrictTime.class).zone());
  }

  void play() {
    program.emptyDesk();
    program.set(now);
    story.given().forEach(this::play);
    story.scenes().forEach(this::play);
  }

  private void play(Scene scene) {
    pass(scene);
    if (scene.when() != null) {
      act(scene.when());
    }
    if (!scene.atOnce().isEmpty()) {
      actAtOnce(scene);
    }
    mismatches.throwIfAny();
    scene.then().forEach(this::check);
    mismatches.throwIfAny();
  }

  private void check(Sight sight) {
    sights.check(sight, applications.find(sight.of()));
    sights.check(sight, named(sight.of()));
    files.check(sight);
  }

  private void pass(Scene scene) {
    if (scene.at() != null) {
      ZonedDateTime until = scene.at().from(now);
      if (until.isBefore(now)) {
        mismatches.add(scene, "a time after " + now, until.toString());
        mismatches.throwIfAny();
      }
      program.letPass(until);
      now = until;
    }
  }

  private @Nullable StoryCase named(@Nullable String name) {
    if (name == null) {
      StoryCase first = cases.values().stream().findFirst().orElse(null);
      return first == null ? applications.findCase(null) : first;
    }
    StoryCase whole = whole(name);
    String unit = StoryLinks.unitOf(name);
    if (whole != null || unit == null) {
      return whole;
    }
    StoryCase parent = whole(name.substring(0, name.length() - unit.length() - 1));
    StoryCase opinion = parent == null ? null : asked(parent, unit);
    return opinion == null ? applications.findCheck(name) : opinion;
  }

  private @Nullable StoryCase whole(String name) {
    StoryCase reported = cases.get(name);
    return reported == null ? applications.findCase(name) : reported;
  }

  /** The newest opinion asked of a unit. */
  private @Nullable StoryCase asked(StoryCase whole, String unit) {
    return program.get(Cases.class).listChildren(whole.number()).reversed().stream()
        .filter(child -> unit.equals(child.unit()))
        .findFirst()
        .map(child -> new StoryCase(child.number(), "", null, null))
        .orElse(null);
  }

  private void act(Deed deed) {
    if (deed.reports() != null) {
      Answer answer = deeds.report(deed);
      judge(deed, answer);
      if (answer.good()) {
        String name = deed.reports().called();
        cases.put(name == null ? "case " + (cases.size() + 1) : name, deeds.opened(deed, answer));
      }
      return;
    }
    if (deed.applies() != null) {
      apply(deed, deed.applies());
      return;
    }
    if (deed.mandates() != null) {
      judge(deed, mandates.give(deed, deed.mandates()));
      return;
    }
    if (deed.revokes() != null) {
      judge(deed, mandates.revoke(deed, deed.revokes()));
      return;
    }
    if (deed.readsFile() != null) {
      judge(deed, files.read(deed));
      return;
    }
    if (deed.asksWhy() != null) {
      judge(deed, files.askWhy(deed));
      keep(StoryLinks.QUESTION, files.question(deed));
      return;
    }
    if (deed.saysWrong() != null) {
      Answer answer = files.sayWrong(deed, deed.saysWrong());
      judge(deed, answer);
      keep(StoryLinks.CORRECTION, StoryFiles.correction(deed, answer));
      return;
    }
    move(deed);
  }

  private void keep(String name, @Nullable StoryCase opened) {
    if (opened != null) {
      cases.put(name, opened);
    }
  }

  private void move(Deed deed) {
    StoryCase on = named(deed.to());
    if (on == null) {
      mismatches.add(deed, "a case to act on", "none was reported");
      return;
    }
    Trace before = trace(on);
    judge(deed, deeds.act(deed, on, named(deed.otherCase())));
    Trace after = trace(on);
    if (deed.refused() != null && !before.equals(after)) {
      mismatches.add(deed, "nothing changed by what was refused", after.toString());
    }
  }

  private void apply(Deed deed, Applying applying) {
    Answer answer = deeds.apply(deed, applying);
    judge(deed, answer);
    if (answer.good()) {
      applications.sent(applying, deed.who(), answer.path());
    }
  }

  private void judge(Deed deed, Answer answer) {
    if (deed.refused() == null && !answer.good()) {
      mismatches.add(deed, "it is done", "refused: " + answer.shortly());
    } else if (deed.refused() != null && answer.good()) {
      mismatches.add(deed, "refused with " + deed.refused(), "it was done");
    } else if (deed.refused() != null && !answer.body().contains(deed.refused())) {
      mismatches.add(deed, "refused with " + deed.refused(), answer.shortly());
    }
  }

  /** Everything a refused deed must leave alone. */
  private record Trace(Case row, int entries) {}

  private Trace trace(StoryCase on) {
    Cases door = program.get(Cases.class);
    Case row = door.find(on.number()).orElseThrow();
    return new Trace(row, door.history(row).size());
  }

  /** All from the same page, sent at the same instant. */
  private void actAtOnce(Scene scene) {
    StoryCase on = named(scene.atOnce().getFirst().to());
    if (on == null) {
      mismatches.add(scene, "a case to act on", "none was reported");
      return;
    }
    Trace before = trace(on);
    List<Answer> answers = together(scene.atOnce(), on, before.row().version());
    List<Answer> refused = answers.stream().filter(answer -> !answer.good()).toList();
    if (refused.size() != answers.size() - 1) {
      mismatches.add(scene, "one of them is served", refused.size() + " were refused");
    }
    String why = String.valueOf(scene.allButOneRefused());
    for (Answer answer : refused) {
      if (!answer.body().contains(why)) {
        mismatches.add(scene, "the others are refused with " + why, answer.shortly());
      }
    }
    Trace after = trace(on);
    if (after.row().version() != before.row().version() + 1
        || after.entries() != before.entries() + 1) {
      mismatches.add(scene, "one change and no more", after.toString());
    }
  }

  private List<Answer> together(List<Deed> all, StoryCase on, int version) {
    all.forEach(deed -> deeds.greet(deed.who()));
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> sent = new ArrayList<>();
      all.forEach(deed -> sent.add(() -> deeds.act(deed, on, named(deed.otherCase()), version)));
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : hands.invokeAll(sent)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
