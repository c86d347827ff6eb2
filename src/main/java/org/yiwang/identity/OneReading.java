package org.yiwang.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog.Sight;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Text;

/**
 * What the program shows somebody again because of what they themselves just sent (同一次查阅): the page
 * after an action, or the form that came back. It belongs to the look that is written already, as
 * long as nothing but their own act has been added since; opening the page is a look of its own.
 */
@Component
public class OneReading {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration REDRAWN = Duration.ofMinutes(1);
  private static final ScopedValue<Why> WHY = ScopedValue.newInstance();
  private static final ScopedValue<Set<Read>> ASKED = ScopedValue.newInstance();

  private final Journal journal;
  private final DistrictTime time;

  OneReading(Journal journal, DistrictTime time) {
    this.journal = journal;
    this.time = time;
  }

  /** Why something is shown again (再次显示的原因). */
  public enum Why {
    /** The form came back: the answer to what was sent, in the same request. */
    CAME_BACK,
    /** It was done, and the browser was sent to the page; the journal has to know of the act. */
    DONE
  }

  /** Draws what may be the same reading. */
  public <T> T goOn(Why why, Supplier<T> drawn) {
    return ScopedValue.where(WHY, why).call(drawn::get);
  }

  /**
   * Draws what somebody asks for by a press of their own (每按一次是一次查阅): one look for each whom it
   * concerns, however many parts of the page show them, and whatever they have read before.
   */
  public <T> T asked(Supplier<T> drawn) {
    return ScopedValue.where(ASKED, new HashSet<>()).call(drawn::get);
  }

  /** What was read for one press. */
  private record Read(Sight sight, String purpose) {}

  /** Whether a look is written already of which this is a part. */
  boolean goesOn(Viewer viewer, Sight sight, Text purpose) {
    if (ASKED.isBound()) {
      return !ASKED.get().add(new Read(sight, purpose.zh()));
    }
    return WHY.isBound() && viewer.account() != null && goesOn(WHY.get(), viewer, sight, purpose);
  }

  private boolean goesOn(Why why, Viewer viewer, Sight sight, Text purpose) {
    Instant now = time.instant();
    boolean acted = why == Why.CAME_BACK;
    for (Entry entry : journal.list(sight.subject()).reversed()) {
      if (!Objects.equals(entry.actor().account(), viewer.account())) {
        return false;
      }
      if (isOf(entry, sight, purpose)) {
        return acted && !entry.at().isBefore(now.minus(LONGEST));
      }
      acted |= isAct(entry) && !entry.at().isBefore(now.minus(REDRAWN));
    }
    return false;
  }

  private static boolean isAct(Entry entry) {
    return !entry.kind().startsWith(AccessLog.KINDS);
  }

  static boolean isOf(Entry look, Sight sight, Text purpose) {
    return look.kind().equals(AccessLog.KIND)
        && sight.seen().equals(look.fact("seen"))
        && sight.concerns().equals(look.fact("concerns"))
        && purpose.zh().equals(look.fact("purpose"));
  }
}
