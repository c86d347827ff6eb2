package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.journal.Entry;

/**
 * Where a case stands by its journal alone (日志重放): the check that nothing was changed past it.
 *
 * @param version of the last entry that changed the case
 * @param escalation how often it was raised in its present step
 */
record Replay(
    String lifecycle,
    String step,
    int version,
    int escalation,
    @Nullable String unit,
    @Nullable String holder,
    @Nullable Integer rating) {

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
      case CaseEntries.ESCALATED -> following(before, entry).raised();
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
        null);
  }

  private static Replay following(@Nullable Replay before, Entry entry) {
    if (before == null) {
      throw broken(entry, "changes a case that never began");
    }
    if (version(entry) != before.version + 1) {
      throw broken(entry, "follows version " + before.version);
    }
    String from = entry.fact(entry.kind().equals(CaseEntries.MOVED) ? "from" : "step");
    if (!before.step.equals(from)) {
      throw broken(entry, "leaves " + from + " while the case is in " + before.step);
    }
    return before;
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
            : rating);
  }

  private Replay raised() {
    return new Replay(lifecycle, step, version + 1, escalation + 1, unit, holder, rating);
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
