package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.journal.Entry;

/**
 * Where a case stands by its journal alone (日志重放): the check that nothing was changed past it.
 *
 * @param version of the last entry that changed the case
 * @param escalation how often it was raised in its present step
 * @param parent the case it belongs to
 * @param opinions what its units answered, by the number of their cases; {@code open} before that
 */
record Replay(
    String lifecycle,
    String step,
    int version,
    int escalation,
    @Nullable String unit,
    @Nullable String holder,
    @Nullable Integer rating,
    @Nullable String parent,
    Map<String, String> opinions) {
  /** Not answered yet. */
  static final String OPEN = "open";

  /**
   * Reads a case's entries, oldest first.
   *
   * @throws IllegalStateException when they do not follow one another
   */
  static Replay of(List<Entry> entries) {
    Replay now = null;
    for (Entry entry : entries) {
      now = next(now, entry);
    }
    if (now == null) {
      throw new IllegalStateException("A case without a beginning in the journal");
    }
    return now;
  }

  private static @Nullable Replay next(@Nullable Replay before, Entry entry) {
    return switch (entry.kind()) {
      case CaseEntries.OPENED, CaseEntries.IMPORTED -> begun(before, entry);
      case CaseEntries.MOVED -> following(before, entry).moved(entry);
      case CaseEntries.ESCALATED -> following(before, entry).raised(1);
      case CaseEntries.OPINION_LATE -> following(before, entry).raised(0);
      case CaseEntries.ASKED -> there(before, entry).asked(entry);
      case CaseEntries.ANSWERED -> there(before, entry).answered(entry);
      default -> before;
    };
  }

  private static Replay begun(@Nullable Replay before, Entry entry) {
    if (before != null || version(entry) != 1) {
      throw broken(entry, "begins a case that is there already");
    }
    return new Replay(
        String.valueOf(entry.fact("lifecycle")),
        String.valueOf(entry.fact("to")),
        1,
        0,
        entry.fact("unit"),
        null,
        null,
        entry.fact("parent"),
        Map.of());
  }

  private static Replay there(@Nullable Replay before, Entry entry) {
    if (before == null) {
      throw broken(entry, "changes a case that never began");
    }
    return before;
  }

  private Replay asked(Entry entry) {
    if (opinions.containsKey(entry.fact("child"))) {
      throw broken(entry, "asks again what is asked already");
    }
    return with(entry, OPEN);
  }

  private Replay answered(Entry entry) {
    if (!OPEN.equals(opinions.get(entry.fact("child")))) {
      throw broken(entry, "answers what is not open");
    }
    return with(entry, String.valueOf(entry.fact("answer")));
  }

  private Replay with(Entry entry, String answer) {
    Map<String, String> changed = new TreeMap<>(opinions);
    changed.put(String.valueOf(entry.fact("child")), answer);
    return new Replay(
        lifecycle, step, version, escalation, unit, holder, rating, parent, Map.copyOf(changed));
  }

  private static Replay following(@Nullable Replay before, Entry entry) {
    Replay now = there(before, entry);
    if (version(entry) != now.version + 1) {
      throw broken(entry, "follows version " + now.version);
    }
    String from = entry.fact(entry.kind().equals(CaseEntries.MOVED) ? "from" : "step");
    if (!now.step.equals(from)) {
      throw broken(entry, "leaves " + from + " while the case is in " + now.step);
    }
    return now;
  }

  private Replay moved(Entry entry) {
    String to = String.valueOf(entry.fact("to"));
    return new Replay(
        lifecycle,
        to,
        version + 1,
        to.equals(step) ? escalation : 0,
        entry.fact("unit"),
        entry.fact("holder"),
        entry.facts().get("rating") instanceof Number given
            ? Integer.valueOf(given.intValue())
            : rating,
        parent,
        opinions);
  }

  private Replay raised(int rungs) {
    return new Replay(
        lifecycle, step, version + 1, escalation + rungs, unit, holder, rating, parent, opinions);
  }

  /** What the case's row says otherwise; empty when row and journal agree. */
  List<String> differences(Case row) {
    Case.Position at = row.position();
    List<String> differences = new ArrayList<>();
    differ("lifecycle", lifecycle, at.lifecycle() + "@" + at.lifecycleVersion(), differences);
    differ("step", step, at.step(), differences);
    differ("version", version, row.version(), differences);
    differ("escalation", escalation, at.escalation(), differences);
    differ("unit", unit, row.unit(), differences);
    differ("holder", holder, row.holder(), differences);
    differ("rating", rating, row.rating(), differences);
    differ("parent", parent, row.parent() == null ? null : row.parent().number(), differences);
    return differences;
  }

  /**
   * What the rows of its opinions say otherwise: each is there, and stands where it was answered.
   */
  List<String> differences(Map<String, String> rows) {
    List<String> differences = new ArrayList<>();
    differ("opinions", new TreeMap<>(opinions), new TreeMap<>(rows), differences);
    return differences;
  }

  private static void differ(
      String what, @Nullable Object journal, @Nullable Object row, List<String> differences) {
    if (!Objects.equals(journal, row)) {
      differences.add("%s: journal %s, row %s".formatted(what, journal, row));
    }
  }

  private static int version(Entry entry) {
    return entry.facts().get("version") instanceof Number number ? number.intValue() : 0;
  }

  private static IllegalStateException broken(Entry entry, String how) {
    return new IllegalStateException(
        "Entry %d (%s, version %d) of %s %s"
            .formatted(entry.id(), entry.kind(), version(entry), entry.subject(), how));
  }
}
