package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;

/**
 * Takes over cases of another system (历史办件导入), many in one transaction. Open ones stand at the
 * start of their lifecycle since the day they were opened; closed ones at its end. One whose time,
 * which only this district counts, would be over already has it anew from the take-over: nobody
 * here has let it pass. Nobody is told: it happened long ago.
 */
@Component
class AdoptCases {
  private final Lifecycles lifecycles;
  private final StepClock clock;
  private final CaseStore store;
  private final CaseNumbers numbers;
  private final WorkingCalendar calendar;
  private final Journal journal;
  private final DistrictTime time;

  AdoptCases(
      Lifecycles lifecycles,
      StepClock clock,
      CaseStore store,
      CaseNumbers numbers,
      WorkingCalendar calendar,
      Journal journal,
      DistrictTime time) {
    this.lifecycles = lifecycles;
    this.clock = clock;
    this.store = store;
    this.numbers = numbers;
    this.calendar = calendar;
    this.journal = journal;
    this.time = time;
  }

  /** For each, its new number, or null where the external key is known already or came twice. */
  @Transactional
  List<@Nullable String> adopt(List<OldCase> cases) {
    Set<String> known =
        store.listExternalKeys(cases.stream().map(old -> old.facts().externalKey()).toList());
    List<@Nullable Adopted> adopted = new ArrayList<>();
    for (OldCase old : cases) {
      String key = old.facts().externalKey();
      adopted.add(key == null || known.add(key) ? adopted(old) : null);
    }
    return write(adopted);
  }

  private List<@Nullable String> write(List<@Nullable Adopted> adopted) {
    List<Adopted> unknown = adopted.stream().flatMap(Stream::ofNullable).toList();
    Set<String> fresh = store.insertAll(unknown.stream().map(Adopted::columns).toList());
    List<@Nullable String> written = new ArrayList<>();
    List<NewEntry> entries = new ArrayList<>();
    List<Object[]> words = new ArrayList<>();
    for (Adopted one : adopted) {
      boolean added = one != null && fresh.contains(one.number());
      written.add(one != null && added ? one.number() : null);
      if (one != null && added) {
        entries.add(CaseEntries.imported(one.number(), one.from(), one.standing()));
        words.add(one.words());
      }
    }
    if (!entries.isEmpty()) {
      store.insertWords(words);
      journal.appendAll(entries);
    }
    return written;
  }

  private record Adopted(String number, OldCase from, Standing standing) {
    @Nullable Object[] columns() {
      return NewCaseColumns.of(number, from.facts(), standing, from.opened());
    }

    Object[] words() {
      return new Object[] {number, NewCaseColumns.words(from.facts())};
    }
  }

  private Adopted adopted(OldCase old) {
    NewCase facts = old.facts();
    LifecycleDefinition graph = lifecycles.newest(facts.application(), facts.lifecycle());
    Standing standing =
        old.closed() == null
            ? open(graph, old)
            : ended(graph, old, start(graph, old, old.opened()));
    return new Adopted(time.at(old.opened(), numbers::next), old, standing);
  }

  /** What the other system promised stands, also where it is over; what it did not, starts anew. */
  private Standing open(LifecycleDefinition graph, OldCase old) {
    Standing standing = open(graph, old, old.opened());
    Instant now = time.instant();
    Instant due = standing.stepDue();
    boolean over = due != null && due.isBefore(now);
    return over && old.due() == null ? open(graph, old, now) : standing;
  }

  private Standing open(LifecycleDefinition graph, OldCase old, Instant since) {
    Standing start = start(graph, old, since);
    return old.step() == null
        ? start
        : clock.enter(
            new StepClock.Entering(
                graph, old.step(), old.facts().limit(), owned(old, start), since));
  }

  private Standing start(LifecycleDefinition graph, OldCase old, Instant since) {
    TimeLimit limit = old.facts().limit();
    Instant due = old.due() == null ? calendar.due(since, limit).due() : old.due();
    return clock.start(graph, limit, since).due(due);
  }

  /** The step that was named, unless it contradicts the times: those have the last word. */
  private static @Nullable String fitting(LifecycleDefinition graph, OldCase old) {
    Step step = old.step() == null ? null : graph.steps().get(old.step());
    return step != null && step.closed() == (old.closed() != null) ? old.step() : null;
  }

  private static Standing owned(OldCase old, Standing start) {
    return start.with(new Standing.People(old.facts().proposedUnit(), null, null));
  }

  /** At the closed step, or where the clock has led it from there since. */
  private Standing ended(LifecycleDefinition graph, OldCase old, Standing start) {
    Instant closed = old.closed() == null ? old.opened() : old.closed();
    String named = fitting(graph, old);
    String step = named == null ? closedStep(graph) : named;
    Standing there =
        clock.enter(
            new StepClock.Entering(graph, step, old.facts().limit(), owned(old, start), closed));
    Instant over = there.stepDue();
    String timed = requireNonNull(graph.steps().get(there.step())).whenDue();
    if (timed == null || over == null || over.isAfter(time.instant())) {
      return there;
    }
    Action leads = requireNonNull(graph.steps().get(there.step())).actions().get(timed);
    return leads == null
        ? there
        : clock.enter(new StepClock.Entering(graph, leads.to(), old.facts().limit(), there, over));
  }

  /** Where good cases close: the closed step that still leads on, else any closed step. */
  private static String closedStep(LifecycleDefinition graph) {
    return graph.steps().entrySet().stream()
        .filter(step -> step.getValue().closed())
        .min(
            Comparator.comparing(
                (Map.Entry<String, Step> step) ->
                    step.getValue().ends() || !step.getValue().queue().isEmpty()))
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new IllegalArgumentException(graph.id() + " has no closed step"));
  }
}
