package org.yiwang.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Answer;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.Late;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.casework.LifecycleDefinition.Opinion;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.casework.LifecycleDefinition.PublicWords;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.casework.LifecycleDefinition.Within;
import org.yiwang.pack.Text;
import org.yiwang.rule.Condition;

/** A case that asks several units, and the lifecycle their opinions run on. */
final class OpinionGraphs {
  static final Asks CHOOSES =
      new Asks(null, null, null, Need.OPTIONAL, null, null, null, List.of());

  private OpinionGraphs() {}

  static Opinion opinion(String id, String... units) {
    return new Opinion(
        id,
        Text.same(id),
        List.of(units),
        null,
        "opinion",
        TimeLimit.parse("2 urgent-hours"),
        false,
        null);
  }

  static Opinion silent(String id, String unit) {
    return new Opinion(
        id,
        Text.same(id),
        List.of(unit),
        null,
        "silent",
        TimeLimit.parse("1 urgent-hours"),
        true,
        null);
  }

  static Opinion when(String condition, Opinion opinion) {
    return new Opinion(
        opinion.id(),
        opinion.name(),
        opinion.units(),
        Condition.parse(condition),
        opinion.lifecycle(),
        opinion.limit(),
        opinion.silenceIsConsent(),
        opinion.late());
  }

  static Opinion lateTo(String role, Opinion opinion) {
    return new Opinion(
        opinion.id(),
        opinion.name(),
        opinion.units(),
        null,
        opinion.lifecycle(),
        opinion.limit(),
        false,
        new Late(role, Text.same("late opinion")));
  }

  /** received → asked (in parallel) → decide or refused; back and withdrawn on the way. */
  static LifecycleDefinition asking(String id, Opinion... opinions) {
    Map<String, Step> steps = new LinkedHashMap<>();
    steps.put(
        "received",
        Graphs.waiting(
            "officer",
            "1 calendar-days",
            Map.of(
                "ask",
                new Graphs.Way("asked", List.of("officer")).asking(CHOOSES).action(),
                "withdraw",
                Graphs.to("withdrawn", "reporter"))));
    Map<String, Action> actions = new LinkedHashMap<>();
    actions.put("agreed", Graphs.to("decide", "system"));
    actions.put("refused", Graphs.to("refused", "system"));
    actions.put("back", Graphs.to("received", "officer"));
    actions.put("stay", Graphs.to("asked", "officer"));
    actions.put("withdraw", Graphs.to("withdrawn", "reporter"));
    steps.put("asked", parallel(new Parallel(List.of(opinions), "agreed", "refused"), actions));
    steps.put(
        "decide",
        Graphs.waiting("officer", "case", Map.of("again", Graphs.to("asked", "officer"))));
    steps.put("refused", Graphs.end());
    steps.put("withdrawn", Graphs.end());
    return Graphs.graph(id, "received", steps);
  }

  private static Step parallel(Parallel parallel, Map<String, Action> actions) {
    return new Step(
        Text.same("asked"),
        "only",
        new PublicWords(Text.same("being asked"), Text.same("says")),
        List.of("officer"),
        Within.parse("3 calendar-days"),
        null,
        List.of(Graphs.raise(null, "checker")),
        false,
        false,
        false,
        parallel,
        null,
        new LinkedHashMap<>(actions));
  }

  static LifecycleDefinition opinion() {
    return answering("opinion", null);
  }

  static LifecycleDefinition silent() {
    return answering("silent", "silent");
  }

  private static LifecycleDefinition answering(String id, @Nullable String whenDue) {
    Map<String, Action> actions = new LinkedHashMap<>();
    actions.put("agree", Graphs.to("agreed", "worker"));
    actions.put("agree-if", Graphs.to("conditions", "worker"));
    actions.put("disagree", Graphs.to("disagreed", "worker"));
    actions.put("drop", Graphs.to("dropped", "system"));
    if (whenDue != null) {
      actions.put(whenDue, Graphs.to("agreed", "system"));
    }
    Map<String, Step> steps = new LinkedHashMap<>();
    steps.put(
        "open",
        Graphs.timed(
            "worker",
            "case",
            whenDue,
            whenDue == null ? List.of(Graphs.raise(null, "checker")) : List.of(),
            actions));
    steps.put("agreed", answer(Answer.AGREES));
    steps.put("conditions", answer(Answer.CONDITIONS));
    steps.put("disagreed", answer(Answer.REFUSES));
    steps.put("dropped", answer(Answer.DROPPED));
    return Graphs.graph(id, "open", steps);
  }

  private static Step answer(Answer answer) {
    Step end = Graphs.end();
    return new Step(
        end.name(),
        end.stage(),
        new PublicWords(Text.same("answered"), Text.same("says")),
        end.queue(),
        end.within(),
        end.whenDue(),
        end.escalations(),
        true,
        false,
        true,
        null,
        answer,
        Map.of());
  }
}
