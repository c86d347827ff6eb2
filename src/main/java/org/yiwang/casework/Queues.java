package org.yiwang.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;

/**
 * What waits for somebody (队列): for each of their roles the steps in whose queue it stands, in
 * every version that cases run on, as far as that role reaches and with something to do there.
 */
@Component
class Queues {
  private static final String VERSIONED =
      "application || '/' || lifecycle || '@' || lifecycle_version || '/' || step";

  private final Lifecycles lifecycles;

  Queues(Lifecycles lifecycles) {
    this.lifecycles = lifecycles;
  }

  /** The condition for what waits for a viewer, also by having been raised to a role. */
  String mine(Viewer viewer, Map<String, Object> parameters) {
    return waiting(viewer, true, parameters);
  }

  /** The condition for what a viewer may be handed: queued for a role, and with nobody else. */
  String next(Viewer viewer, Map<String, Object> parameters) {
    return waiting(viewer, false, parameters) + " and (holder is null or holder = :me)";
  }

  /** Whether it depends on the person and not on roles and reach alone what waits. */
  boolean isPersonal(Viewer viewer) {
    return viewer.roles().stream()
        .flatMap(role -> steps(role).keySet().stream())
        .flatMap(Set::stream)
        .anyMatch(turn -> !turn.notAfter().isEmpty());
  }

  private String waiting(Viewer viewer, boolean raised, Map<String, Object> parameters) {
    parameters.put("me", Objects.requireNonNullElse(viewer.account(), ""));
    List<String> parts = new ArrayList<>();
    for (String role : viewer.roles().stream().sorted().toList()) {
      String name = "role" + parts.size();
      List<String> turns = turns(role, name, parameters);
      if (raised) {
        parameters.put(name, role);
        turns.add(":" + name + " = any(raised_to)");
      }
      if (!turns.isEmpty()) {
        String reach = CaseScope.condition(viewer.reachOf(role), name, parameters);
        parts.add("(" + String.join(" or ", turns) + ") and " + reach);
      }
    }
    return parts.isEmpty() ? "false" : "waiting and (" + String.join(" or ", parts) + ")";
  }

  private List<String> turns(String role, String name, Map<String, Object> parameters) {
    List<String> parts = new ArrayList<>();
    steps(role)
        .forEach(
            (turns, steps) -> {
              String part = name + "Steps" + parts.size();
              parameters.put(part, steps.toArray(String[]::new));
              List<String> any = new ArrayList<>();
              turns.forEach(turn -> any.add(turn.condition(part + "Not" + any.size(), parameters)));
              parts.add(
                  "%s = any(:%s) and (%s)".formatted(VERSIONED, part, String.join(" or ", any)));
            });
    return parts;
  }

  /** Steps in whose queue the role stands, by what must be so for it to act there. */
  private Map<Set<Turn>, List<String>> steps(String role) {
    Map<Set<Turn>, List<String>> steps = new HashMap<>();
    lifecycles
        .known()
        .forEach(
            (key, graph) ->
                graph
                    .steps()
                    .forEach(
                        (id, step) -> {
                          Set<Turn> turns = Turn.of(id, step, role);
                          if (!turns.isEmpty()) {
                            steps
                                .computeIfAbsent(turns, t -> new ArrayList<>())
                                .add(key + "/" + id);
                          }
                        }));
    return steps;
  }
}
