package org.yiwang.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;

/** The graphs cases run on: the pack's newest versions, and older ones that cases still use. */
@Component
class Lifecycles {
  private final Map<Key, LifecycleDefinition> known = new ConcurrentHashMap<>();
  private final Map<String, LifecycleDefinition> newest = new ConcurrentHashMap<>();
  private final LifecycleStore store;

  /** A version of a lifecycle, the thing a case is pinned to. */
  record Key(String application, String id, int version) {}

  Lifecycles(District district, LifecycleStore store) {
    this.store = store;
    for (Defined<LifecycleDefinition> defined : district.list(CaseworkPackPart.LIFECYCLES)) {
      LifecycleDefinition graph = defined.value();
      newest.put(defined.application() + "/" + graph.id(), graph);
      known.put(new Key(defined.application(), graph.id(), graph.version()), graph);
      store.keep(defined.application(), graph);
    }
  }

  LifecycleDefinition newest(String application, String id) {
    return Optional.ofNullable(newest.get(application + "/" + id))
        .orElseThrow(
            () -> new IllegalArgumentException("No lifecycle " + id + " in " + application));
  }

  LifecycleDefinition of(Case.Position position) {
    return known.computeIfAbsent(
        new Key(position.application(), position.lifecycle(), position.lifecycleVersion()),
        store::get);
  }

  LifecycleDefinition of(Case of) {
    return of(of.position());
  }

  Step stepOf(Case of) {
    return of(of).step(of.position().step());
  }

  /** Roles that a lifecycle lets act, without the reporter and the clock. */
  Set<String> rolesOf(LifecycleDefinition graph) {
    return graph.steps().values().stream()
        .flatMap(step -> step.actions().values().stream())
        .flatMap(action -> action.by().stream())
        .filter(role -> !role.equals(MovePolicies.REPORTER) && !role.equals(MovePolicies.SYSTEM))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Collection<LifecycleDefinition> listNewest() {
    return newest.values();
  }

  /** Steps in whose queue any of these roles stands, as {@code lifecycle/step}. */
  List<String> queuedSteps(Collection<String> roles) {
    return newest.values().stream()
        .flatMap(graph -> queuedSteps(graph, roles))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> queuedSteps(LifecycleDefinition graph, Collection<String> roles) {
    return graph.steps().entrySet().stream()
        .filter(step -> step.getValue().queue().stream().anyMatch(roles::contains))
        .map(step -> graph.id() + "/" + step.getKey());
  }
}
