package org.yiwang.casework;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
  record Key(String application, String id, int version) {
    /** {@code city-operations/six-step@1}. */
    @Override
    public String toString() {
      return application + "/" + id + "@" + version;
    }
  }

  Lifecycles(District district, LifecycleStore store) {
    this.store = store;
    Map<Key, String> kept = store.listKept();
    for (Defined<LifecycleDefinition> defined : district.list(CaseworkPackPart.LIFECYCLES)) {
      LifecycleDefinition graph = defined.value();
      newest.put(defined.application() + "/" + graph.id(), graph);
      var key = new Key(defined.application(), graph.id(), graph.version());
      known.put(key, graph);
      store.keep(key, graph, kept.get(key));
    }
    kept.forEach((key, text) -> known.computeIfAbsent(key, old -> store.read(text)));
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

  /**
   * Every version that a case ever ran on. One that another instance with a newer pack brings while
   * this one runs is among them as soon as a case on it was seen here.
   */
  Map<Key, LifecycleDefinition> known() {
    return Map.copyOf(known);
  }

  /** The step as the newest version that still has it says. */
  Optional<Step> findStep(StepKey key) {
    return findHolding(key).map(graph -> graph.step(key.step()));
  }

  /** The newest version of the lifecycle that still has the step. */
  Optional<LifecycleDefinition> findHolding(StepKey key) {
    return known.entrySet().stream()
        .filter(version -> version.getKey().application().equals(key.application()))
        .filter(version -> version.getKey().id().equals(key.lifecycle()))
        .filter(version -> version.getValue().steps().containsKey(key.step()))
        .max(Comparator.comparingInt(version -> version.getKey().version()))
        .map(Map.Entry::getValue);
  }
}
