package org.yiwang.casework;

import java.util.Map;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LIFE-19: the history tells what somebody did in words of its own (经过里的说法). What people do is
 * named as a request to do it, which reads wrong once it is done. The clock's own actions are
 * offered to nobody, so that their name may be the telling already.
 */
final class LifecycleTold implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    for (Defined<LifecycleDefinition> one : pack.list(CaseworkPackPart.LIFECYCLES)) {
      for (Step step : one.value().steps().values()) {
        step.actions().entrySet().stream()
            .filter(action -> untold(action.getValue()))
            .forEach(action -> add(pack, problems, action));
      }
    }
  }

  private static boolean untold(Action action) {
    return action.done() == null
        && action.by().stream().anyMatch(role -> !role.equals(MovePolicies.SYSTEM));
  }

  private static void add(PackReading pack, Problems problems, Map.Entry<String, Action> action) {
    problems.add(
        pack.at(action.getValue()),
        "LIFE-19",
        "The action \"%s\" has no words for the history.".formatted(action.getKey()),
        "Add \"done\" with how it reads once it was done, as \"Returned\" beside \"Return\".");
  }
}
