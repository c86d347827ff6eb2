package org.yiwang.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yiwang.journal.Entry;

/**
 * One look in the history of a case (一次查阅): the journal has an entry for each person whom it
 * concerns, so that each of them finds it; whoever works on the case reads that somebody looked,
 * once. Looking again concerns the same people again, and is a line of its own.
 */
final class OneLook {
  static final String KIND = "access.read";

  /** Opening a page writes all of its entries at once. */
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final Entry first;
  private final Set<String> concerned = new HashSet<>();

  private OneLook(Entry first) {
    this.first = first;
    concerned.add(whom(first));
  }

  /** The entries of a case in their order, each look by the first of its entries. */
  static List<Entry> once(List<Entry> history) {
    List<Entry> lines = new ArrayList<>();
    OneLook look = null;
    for (Entry entry : history) {
      if (look == null || !look.takesIn(entry)) {
        look = entry.kind().equals(KIND) ? new OneLook(entry) : null;
        lines.add(entry);
      }
    }
    return lines;
  }

  private boolean takesIn(Entry entry) {
    return entry.kind().equals(KIND)
        && Objects.equals(entry.actor().account(), first.actor().account())
        && Objects.equals(entry.fact("purpose"), first.fact("purpose"))
        && entry.at().isBefore(first.at().plus(AT_ONCE))
        && concerned.add(whom(entry));
  }

  /** Looks from before that was written down name what was seen only. */
  private static String whom(Entry look) {
    return Objects.requireNonNullElse(look.fact("concerns"), String.valueOf(look.fact("seen")));
  }
}
