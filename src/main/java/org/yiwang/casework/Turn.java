package org.yiwang.casework;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;

/**
 * What must be so for somebody to have something to do in a step that waits for their role (轮到):
 * {@link MovePolicies} in the words of a query.
 *
 * @param free nobody has accepted the case
 * @param unrated the outcome has no rating, for a rating that leaves the case where it is
 * @param notAfter the person acted in none of these steps of it, and did nothing of it at a counter
 */
record Turn(boolean free, boolean unrated, Set<String> notAfter) {
  static final Turn ALWAYS = new Turn(false, false, Set.of());

  /** The chances of a role in a step, one for each way to act; one of them is enough. */
  static Set<Turn> of(String id, Step step, String role) {
    if (!step.queue().contains(role)) {
      return Set.of();
    }
    Set<Turn> turns =
        step.actions().values().stream()
            .filter(action -> action.by().contains(role))
            .map(action -> of(id, action))
            .collect(Collectors.toSet());
    return turns.contains(ALWAYS) ? Set.of(ALWAYS) : turns;
  }

  private static Turn of(String step, Action action) {
    boolean unrated = MovePolicies.ratesInPlace(step, action);
    return new Turn(action.once(), unrated, new TreeSet<>(action.notByActorsOf()));
  }

  /**
   * The condition on a case's row.
   *
   * @param name of the parameter; {@code :me} is the account that asks
   */
  String condition(String name, Map<String, Object> parameters) {
    String open = (free ? "holder is null" : "true") + (unrated ? " and rating is null" : "");
    if (notAfter.isEmpty()) {
      return open;
    }
    parameters.put(name, notAfter.toArray(String[]::new));
    // Who did the work stands in the journal and nowhere else.
    return """
        %1$s and not exists (
          select from journal_entry
           where subject = 'case:' || number
             and (kind = '%2$s' and actor_account = :me
                    and (facts ->> 'from' = any(:%5$s) or facts ->> 'counter' is not null)
               or kind = '%3$s' and actor_account = :me and actor_kind = 'PERSON'
                    and (facts ->> 'to' = any(:%5$s) or facts ->> 'channel' = '%6$s')
               or kind = '%4$s' and facts ->> 'by' = :me))
        """
        .formatted(
            open,
            CaseEntries.MOVED,
            CaseEntries.OPENED,
            CaseEntries.AT_COUNTER,
            name,
            MovePolicies.COUNTER);
  }
}
