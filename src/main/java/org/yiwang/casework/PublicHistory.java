package org.yiwang.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Answer;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.pack.Text;

/**
 * Reads the journal of a case for whoever reported. Told are: moves that the lifecycle has words
 * for, the person's own acts, and what changes the public status. A note is told only with an
 * action that closes the case, because there it is the answer, and with what is still handed over
 * afterwards; how a call-back went stays inside.
 */
final class PublicHistory {
  private final LifecycleDefinition graph;
  private final Function<String, Text> unitNames;
  private final List<PublicLine> lines = new ArrayList<>();
  private final Map<String, PublicLine> opinions = new HashMap<>();
  private @Nullable Text last;

  private PublicHistory(LifecycleDefinition graph, Function<String, Text> unitNames) {
    this.graph = graph;
    this.unitNames = unitNames;
  }

  static List<PublicLine> of(
      LifecycleDefinition graph, List<Entry> entries, Function<String, Text> unitNames) {
    var history = new PublicHistory(graph, unitNames);
    entries.forEach(history::read);
    return history.lines;
  }

  private void read(Entry entry) {
    switch (entry.kind()) {
      case CaseEntries.OPENED -> begun(entry, entry.at());
      case CaseEntries.IMPORTED -> imported(entry);
      case CaseEntries.MOVED -> moved(entry);
      case CaseEntries.ASKED, CaseEntries.ANSWERED -> opinion(entry);
      case CaseEntries.AT_COUNTER -> atCounter(entry);
      default -> {}
    }
  }

  private void begun(Entry entry, Instant at) {
    Step step = graph.steps().get(entry.fact("to"));
    Text status = step == null ? Text.same("") : step.shown().status();
    Text says = step == null ? null : step.shown().says();
    last = status;
    lines.add(new PublicLine(at, status, says, null, null, photos(entry), null, true));
  }

  /** One line for each unit: how far it is and since when; not what it said. */
  private void opinion(Entry entry) {
    String child = String.valueOf(entry.fact("child"));
    PublicLine before = opinions.remove(child);
    if (before != null) {
      lines.remove(before);
    }
    if (Answer.DROPPED.name().equals(entry.fact("answer"))) {
      return;
    }
    Text unit = unitNames.apply(String.valueOf(entry.fact("unit")));
    Text status =
        Text.of(
            unit.zh() + "：" + entry.fact("status-zh"), unit.en() + ": " + entry.fact("status-en"));
    var line = new PublicLine(entry.at(), status, null, null, null, List.of(), null, false);
    lines.add(line);
    opinions.put(child, line);
  }

  private void imported(Entry entry) {
    Step start = graph.steps().get(graph.start());
    add(Instant.parse(String.valueOf(entry.fact("opened"))), start, null);
    String closed = entry.fact("closed");
    if (closed != null) {
      Step step = graph.steps().get(entry.fact("to"));
      lines.add(line(Instant.parse(closed), step, entry.fact("note")));
    }
  }

  private static PublicLine line(Instant at, @Nullable Step step, @Nullable String note) {
    Text status = step == null ? Text.same("") : step.shown().status();
    return new PublicLine(at, status, null, null, note, List.of(), null, false);
  }

  private void moved(Entry entry) {
    Step from = graph.steps().get(entry.fact("from"));
    Step to = graph.steps().get(entry.fact("to"));
    if (from == null || to == null) {
      return;
    }
    Action action = from.actions().get(entry.fact("action"));
    if (action == null) {
      return;
    }
    if (action.tell() != null || own(action)) {
      lines.add(told(entry, action, from, to));
      last = to.shown().status();
    } else {
      add(entry.at(), to, null);
    }
  }

  /** In the name of whoever applied; not what was done before the case began. */
  private void atCounter(Entry entry) {
    if (entry.actor().kind() == Actor.Kind.PERSON) {
      Text says =
          Text.of(String.valueOf(entry.fact("says-zh")), String.valueOf(entry.fact("says-en")));
      Text line = counter(entry, says);
      lines.add(new PublicLine(entry.at(), line, null, null, null, List.of(), null, true));
    }
  }

  /** With the counter where it was done, if it was. */
  private Text counter(Entry entry, Text done) {
    String unit = entry.fact("counter");
    if (unit == null) {
      return done;
    }
    Text at = unit.isEmpty() ? Text.of("窗口", "the office") : unitNames.apply(unit);
    return Text.of(
        "%s（窗口代办·%s）".formatted(done.zh(), at.zh()),
        "%s (at the counter, by %s)".formatted(done.en(), at.en()));
  }

  private static boolean own(Action action) {
    return action.by().contains(MovePolicies.REPORTER);
  }

  private static boolean answers(Step from, Step to) {
    return to.closed() && !(from.closed() && to.ends());
  }

  private PublicLine told(Entry entry, Action action, Step from, Step to) {
    boolean own = own(action);
    boolean answers = own || answers(from, to);
    return new PublicLine(
        entry.at(),
        own ? counter(entry, action.told()) : to.shown().status(),
        action.tell(),
        reason(action, entry.fact("reason")),
        answers ? entry.fact("note") : null,
        photos(entry),
        number(entry.facts().get("rating")),
        own);
  }

  private static @Nullable Text reason(Action action, @Nullable String id) {
    return action.asked().reason().stream()
        .filter(choice -> choice.id().equals(id))
        .map(LifecycleDefinition.Choice::name)
        .findFirst()
        .orElse(null);
  }

  private static List<UUID> photos(Entry entry) {
    return entry.facts().get("photos") instanceof List<?> ids
        ? ids.stream().map(id -> UUID.fromString(id.toString())).toList()
        : List.of();
  }

  private static @Nullable Integer number(@Nullable Object fact) {
    return fact instanceof Number number ? number.intValue() : null;
  }

  /** A line only when the public status becomes another one. */
  private void add(Instant at, @Nullable Step step, @Nullable Text says) {
    if (step == null || step.shown().status().equals(last)) {
      return;
    }
    last = step.shown().status();
    lines.add(new PublicLine(at, last, says, null, null, List.of(), null, false));
  }
}
