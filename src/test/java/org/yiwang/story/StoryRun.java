package org.yiwang.story;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.StoryDefinition.Scene;

/** Plays one story. */
final class StoryRun {
  private final StoryProgram program;
  private final StoryDefinition story;
  private final Mismatches mismatches;
  private final StoryCases cases;
  private final StoryApplications applications;
  private final StoryCodes codes;
  private final StoryCounter counter;
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
    this.codes = new StoryCodes(program);
    this.cases = new StoryCases(program, applications);
    this.counter = new StoryCounter(program, mismatches, codes);
    this.deeds = new Deeds(program, mismatches, counter);
    this.mandates = new StoryMandates(program);
    this.files = new StoryFiles(program, mismatches);
    this.sights = new Sights(program, mismatches);
    this.now = story.on().atTime(LocalTime.MIN).atZone(program.get(DistrictTime.class).zone());
  }

  void play() {
    program.speak(story.language());
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
    sights.check(sight, codes.followed(sight.who(), cases.find(sight.of())));
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

  private void act(Deed deed) {
    if (deed.reports() != null) {
      Answer answer = deeds.report(deed);
      judge(deed, answer);
      if (answer.good()) {
        String name = deed.reports().called();
        cases.keep(name == null ? "case " + (cases.size() + 1) : name, deeds.opened(deed, answer));
      }
      return;
    }
    if (deed.applies() != null) {
      apply(deed, deed.applies());
      return;
    }
    if (deed.receives() != null) {
      judge(deed, counter.receive(deed, deed.receives()));
      return;
    }
    if (deed.beginsFile() != null) {
      judge(deed, counter.beginFile(deed, deed.beginsFile()));
      return;
    }
    if (deed.receivesAgain() != null) {
      judge(deed, counter.receiveAgain(deed, cases.find(deed.to())));
      return;
    }
    if (deed.notesConsent() != null) {
      judge(deed, counter.noteConsent(deed, deed.notesConsent()));
      return;
    }
    if (deed.givesCode() != null) {
      judge(deed, counter.giveCode(deed));
      return;
    }
    if (deed.joinsFile() != null) {
      judge(deed, codes.join(deed, deed.joinsFile(), cases.find(deed.to())));
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
      cases.keep(StoryLinks.QUESTION, files.question(deed));
      return;
    }
    if (deed.saysWrong() != null) {
      Answer answer = files.sayWrong(deed, deed.saysWrong());
      judge(deed, answer);
      cases.keep(StoryLinks.CORRECTION, StoryFiles.correction(deed, answer));
      return;
    }
    move(deed);
  }

  private void move(Deed deed) {
    StoryCase found = codes.followed(deed.who(), cases.find(deed.to()));
    StoryCase on = found == null ? null : counter.goneOnWith(deed, found);
    if (on == null) {
      mismatches.add(deed, "a case to act on", "none was reported");
      return;
    }
    Trace before = trace(on);
    judge(deed, deeds.act(deed, on, cases.find(deed.otherCase())));
    Trace after = trace(on);
    if (deed.refused() != null && !before.equals(after)) {
      mismatches.add(deed, "nothing changed by what was refused", after.toString());
    }
  }

  private void apply(Deed deed, Applying applying) {
    Answer answer = deeds.apply(deed, applying);
    judge(deed, answer);
    if (answer.good()) {
      boolean takenIn = Boolean.TRUE.equals(applying.takenIn());
      applications.sent(
          applying,
          takenIn ? counter.whose(deed) : deed.who(),
          takenIn ? counter.application(deed) : answer.path());
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
    StoryCase on = cases.find(scene.atOnce().getFirst().to());
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
      all.forEach(
          deed -> sent.add(() -> deeds.act(deed, on, cases.find(deed.otherCase()), version)));
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
