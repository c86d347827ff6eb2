package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yiwang.casework.LifecycleDefinition.Answer;
import org.yiwang.casework.LifecycleDefinition.Opinion;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * LIFE-41 to LIFE-45: a lifecycle on which opinions run answers, ends with the answer, can be
 * dropped at any time, and counts silence as consent only where the one who asks says so.
 */
final class OpinionLifecycles implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, LifecycleDefinition> all = new LinkedHashMap<>();
    for (Defined<LifecycleDefinition> one : pack.list(CaseworkPackPart.LIFECYCLES)) {
      all.put(one.application() + "/" + one.id(), one.value());
    }
    Map<String, LifecycleDefinition> asked = new LinkedHashMap<>();
    for (Defined<LifecycleDefinition> one : pack.list(CaseworkPackPart.LIFECYCLES)) {
      for (Step step : one.value().steps().values()) {
        if (step.parallel() != null) {
          for (Opinion opinion : step.parallel().opinions()) {
            String id = one.application() + "/" + opinion.lifecycle();
            LifecycleDefinition graph = all.get(id);
            if (graph != null) {
              asked.put(id, graph);
              new Reading(pack, problems, graph).silence(opinion);
            }
          }
        }
      }
    }
    asked.values().forEach(graph -> new Reading(pack, problems, graph).check());
  }

  private record Reading(PackReading pack, Problems problems, LifecycleDefinition graph) {
    void check() {
      boolean answers =
          graph.steps().values().stream()
              .anyMatch(step -> step.answer() != null && step.answer() != Answer.DROPPED);
      if (!answers) {
        problems.add(
            pack.at(graph),
            "LIFE-41",
            "Opinions run on \"" + graph.id() + "\", but no step of it is an answer.",
            "Add \"answer: agrees\", \"conditions\" or \"refuses\" to the steps where it ends.");
      }
      graph.steps().forEach(this::step);
    }

    private void step(String id, Step step) {
      if (step.ends() ? step.answer() == null || !step.closed() : step.answer() != null) {
        problems.add(
            pack.at(step),
            "LIFE-42",
            "The step \""
                + id
                + "\" of an opinion ends without an answer, or answers without ending.",
            "A step with \"answer\" needs \"closed: true\" and \"ends: true\", and no other may end.");
      }
      if (!step.ends() && FollowOpinions.leadingTo(Answer.DROPPED, graph, step).isEmpty()) {
        problems.add(
            pack.at(step),
            "LIFE-43",
            "An opinion in the step \""
                + id
                + "\" cannot be dropped when nobody needs it any more.",
            "Add an action \"by: [system]\" that leads to a step with \"answer: dropped\".");
      }
      if (step.parallel() != null) {
        problems.add(
            pack.at(step, "parallel"),
            "LIFE-44",
            "An opinion asks for opinions itself.",
            "Remove \"parallel\" from the lifecycle of an opinion.");
      }
    }

    /** Both sides say it, so that nobody finds out only when it happens. */
    void silence(Opinion opinion) {
      boolean consents = graph.steps().values().stream().anyMatch(this::consents);
      if (consents != opinion.silenceIsConsent()) {
        problems.add(
            pack.at(opinion),
            "LIFE-45",
            consents
                ? "The lifecycle \"" + graph.id() + "\" agrees by itself when its time is over."
                : "Silence is to be consent, but \"" + graph.id() + "\" never agrees by itself.",
            consents
                ? "Add \"silence-is-consent: true\", or name a lifecycle that waits."
                : "Give a step of it a \"when-due\" that leads to \"answer: agrees\".");
      }
    }

    private boolean consents(Step step) {
      LifecycleDefinition.Action timed =
          step.whenDue() == null ? null : step.actions().get(step.whenDue());
      return timed != null && FollowOpinions.answerAt(graph, timed) == Answer.AGREES;
    }
  }
}
