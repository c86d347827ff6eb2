package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.LifecycleDefinition.Escalation;
import org.yiwang.journal.Actor;
import org.yiwang.journal.NewEntry;

/** What casework writes into the journal; {@link Replay} reads it back. */
final class CaseEntries {
  static final String OPENED = "case.opened";
  static final String MOVED = "case.moved";
  static final String ESCALATED = "case.escalated";
  static final String JOINED = "case.joined";
  static final String IMPORTED = "case.imported";

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

  static NewEntry moved(Case before, Standing after, Move move, Actor actor) {
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
    put(facts, "reason", move.given().reason());
    put(facts, "other-case", move.given().otherCase());
    put(facts, "rating", move.given().rating());
    put(facts, "photos", move.given().photos());
    return new NewEntry(actor, MOVED, before.subject(), facts);
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
