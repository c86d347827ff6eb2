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
 * @param notAfter the person acted in none of these steps of it, and did nothing of it at a counter
 */
record Turn(boolean free, Set<String> notAfter) {
  static final Turn ALWAYS = new Turn(false, Set.of());

  /** The chances of a role in a step, one for each way to act; one of them is enough. */
  static Set<Turn> of(Step step, String role) {
    if (!step.queue().contains(role)) {
      return Set.of();
    }
    Set<Turn> turns =
        step.actions().values().stream()
            .filter(action -> action.by().contains(role))
            .map(Turn::of)
            .collect(Collectors.toSet());
    return turns.contains(ALWAYS) ? Set.of(ALWAYS) : turns;
  }

  private static Turn of(Action action) {
    return new Turn(action.once(), new TreeSet<>(action.notByActorsOf()));
  }

  /**
   * The condition on a case's row.
   *
   * @param name of the parameter; {@code :me} is the account that asks
   */
  String condition(String name, Map<String, Object> parameters) {
    String nobody = free ? "holder is null" : "true";
    if (notAfter.isEmpty()) {
      return nobody;
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
            nobody,
            CaseEntries.MOVED,
            CaseEntries.OPENED,
            CaseEntries.AT_COUNTER,
            name,
            MovePolicies.COUNTER);
  }
}
