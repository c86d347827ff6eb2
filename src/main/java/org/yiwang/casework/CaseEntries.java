package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.LifecycleDefinition.Answer;
import org.yiwang.casework.LifecycleDefinition.Escalation;
import org.yiwang.casework.LifecycleDefinition.Late;
import org.yiwang.casework.LifecycleDefinition.PublicWords;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.journal.Actor;
import org.yiwang.journal.NewEntry;

/** What casework writes into the journal; {@link Replay} reads it back. */
final class CaseEntries {
  static final String OPENED = "case.opened";
  static final String MOVED = "case.moved";
  static final String ESCALATED = "case.escalated";
  static final String JOINED = "case.joined";
  static final String IMPORTED = "case.imported";
  static final String ASKED = "case.asked";
  static final String ANSWERED = "case.answered";
  static final String OPINION_LATE = "case.opinion-late";
  static final String AT_COUNTER = "case.at-counter";

  private CaseEntries() {}

  static NewEntry opened(Case of, NewCase command) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", of.version());
    facts.put("lifecycle", of.position().lifecycle() + "@" + of.position().lifecycleVersion());
    facts.put("to", of.position().step());
    facts.put("category", of.about().category());
    facts.put("channel", of.origin().channel());
    put(facts, "grid", of.where().grid());
    put(facts, "step-due", of.clocks().stepDue());
    put(facts, "due", of.clocks().due());
    put(facts, "photos", command.photos());
    put(facts, "external", command.externalKey());
    Case.Parent parent = of.parent();
    if (parent != null) {
      facts.put("parent", parent.number());
      facts.put("opinion", parent.opinion());
      facts.put("unit", String.valueOf(of.unit()));
    }
    return new NewEntry(command.actor(), OPENED, of.subject(), facts);
  }

  static NewEntry imported(String number, OldCase old, Standing standing) {
    NewCase command = old.facts();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", 1);
    facts.put("lifecycle", command.lifecycle() + "@" + standing.lifecycleVersion());
    facts.put("to", standing.step());
    facts.put("category", command.about().category());
    facts.put("channel", command.origin().channel());
    put(facts, "opened", old.opened());
    put(facts, "due", standing.due());
    put(facts, "closed", old.closed());
    put(facts, "note", old.note());
    put(facts, "unit", standing.unit());
    put(facts, "external", command.externalKey());
    return new NewEntry(command.actor(), IMPORTED, Case.subject(number), facts);
  }

  static NewEntry moved(MakeMove.Made made, Standing after) {
    Case before = made.before();
    Move move = made.move();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", before.version() + 1);
    facts.put("action", move.action());
    facts.put("from", before.position().step());
    facts.put("to", after.step());
    put(facts, "unit", after.unit());
    put(facts, "holder", after.holder());
    put(facts, "step-due", after.stepDue());
    put(facts, "due", after.due());
    put(facts, "note", move.given().note());
    put(facts, "note-en", move.given().noteEn());
    put(facts, "reason", move.given().reason());
    put(facts, "other-case", move.given().otherCase());
    put(facts, "rating", move.given().rating());
    put(facts, "photos", move.given().photos());
    put(facts, "units", move.given().units());
    put(facts, "counter", made.mover().counter());
    return new NewEntry(made.actor(), MOVED, before.subject(), facts);
  }

  static NewEntry escalated(Case before, Escalation escalation) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", before.version() + 1);
    facts.put("step", before.position().step());
    facts.put("level", before.position().escalation() + 1);
    facts.put("to-role", escalation.to());
    facts.put("says-zh", escalation.says().zh());
    facts.put("says-en", escalation.says().en());
    return new NewEntry(Actor.SYSTEM, ESCALATED, before.subject(), facts);
  }

  /** Written to the case that asks, once for each unit. */
  static NewEntry asked(Case parent, Case child, PublicWords shown, Actor actor) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("child", child.number());
    put(facts, "opinion", child.parent() == null ? null : child.parent().opinion());
    put(facts, "unit", child.unit());
    put(facts, "due", child.clocks().due());
    facts.put("status-zh", shown.status().zh());
    facts.put("status-en", shown.status().en());
    return new NewEntry(actor, ASKED, parent.subject(), facts);
  }

  /** Written to the case that asked, beside the move of the opinion itself. */
  static NewEntry answered(MakeMove.Made made, Case.Parent of, Step there) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("child", made.now().number());
    facts.put("opinion", of.opinion());
    put(facts, "unit", made.now().unit());
    put(facts, "answer", there.answer());
    facts.put("says-zh", made.action().told().zh());
    facts.put("says-en", made.action().told().en());
    facts.put("status-zh", there.shown().status().zh());
    facts.put("status-en", there.shown().status().en());
    put(facts, "note", made.move().given().note());
    boolean silent = made.actor().equals(Actor.SYSTEM) && there.answer() != Answer.DROPPED;
    put(facts, "silence", silent ? "consent" : null);
    return new NewEntry(made.actor(), ANSWERED, Case.subject(of.number()), facts);
  }

  static NewEntry opinionLate(Case before, Case child, Late late) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", before.version() + 1);
    facts.put("step", before.position().step());
    facts.put("child", child.number());
    put(facts, "unit", child.unit());
    facts.put("to-role", late.to());
    facts.put("says-zh", late.says().zh());
    facts.put("says-en", late.says().en());
    return new NewEntry(Actor.SYSTEM, OPINION_LATE, before.subject(), facts);
  }

  /**
   * Something that is no move of it was done at a counter, in the name of whoever applied.
   *
   * @param actor the officer, or the program where the case began only later
   */
  static NewEntry atCounter(String number, AtCounter done, Actor actor) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("by", done.officer());
    facts.put("counter", done.unit() == null ? "" : done.unit());
    facts.put("says-zh", done.says().zh());
    facts.put("says-en", done.says().en());
    return new NewEntry(actor, AT_COUNTER, Case.subject(number), facts);
  }

  /** Written to the case that another one was found to repeat. */
  static NewEntry joined(String into, String joined, Actor actor) {
    return new NewEntry(actor, JOINED, Case.subject(into), Map.of("joined", joined));
  }

  private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value instanceof List<?> list) {
      if (!list.isEmpty()) {
        facts.put(name, list.stream().map(Object::toString).toList());
      }
    } else if (value != null) {
      facts.put(name, value instanceof Integer ? value : value.toString());
    }
  }
}
