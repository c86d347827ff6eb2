package org.yiwang.casework;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.LowRating;
import org.yiwang.casework.LifecycleDefinition.Stage;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.StepMark;

/**
 * The way of a case as readers see it: its stages with the present one marked, the working status
 * (内部状态) and the public status (对外状态).
 */
public record CaseWay(
    Text lifecycle, List<Mark> stages, Text workingStatus, Text publicStatus, Text publicSays) {

  /** One stage and whether it lies behind, is now, or lies ahead. */
  public record Mark(Text name, Place place) {}

  /** The stages as a page draws them. */
  public List<StepMark> drawn(Page page) {
    return stages.stream().map(mark -> StepMark.of(page.t(mark.name()), state(mark))).toList();
  }

  private static StepMark.State state(Mark mark) {
    return switch (mark.place()) {
      case DONE -> StepMark.State.PASSED;
      case NOW -> StepMark.State.PRESENT;
      case AHEAD -> StepMark.State.AHEAD;
    };
  }

  /** Where a stage lies, seen from now. */
  public enum Place {
    DONE,
    NOW,
    AHEAD
  }

  /**
   * One edge of a lifecycle (流向), for those who draw or walk it.
   *
   * @param by roles that may go it; {@code reporter} and {@code system} among them
   * @param ratingAtMost only for a rating of at most so many stars; null for every other way
   */
  public record Edge(
      String from,
      String action,
      String to,
      List<String> by,
      boolean primary,
      @Nullable Integer ratingAtMost) {}

  static Stream<Edge> edges(String from, Step step) {
    return step.actions().entrySet().stream()
        .flatMap(action -> edges(from, action.getKey(), action.getValue()));
  }

  private static Stream<Edge> edges(String from, String id, Action action) {
    var usual = new Edge(from, id, action.to(), action.by(), action.primary(), null);
    LowRating low = action.lowRating();
    return low == null
        ? Stream.of(usual)
        : Stream.of(usual, new Edge(from, id, low.to(), action.by(), false, low.atMost()));
  }

  static CaseWay of(LifecycleDefinition graph, Case of) {
    Step step = graph.step(of.position().step());
    List<String> ids = graph.stages().stream().map(Stage::id).toList();
    int now = ids.indexOf(step.stage());
    List<Mark> marks =
        graph.stages().stream()
            .map(stage -> new Mark(stage.name(), place(ids.indexOf(stage.id()), now, step)))
            .toList();
    return new CaseWay(
        graph.name(), marks, step.name(), step.shown().status(), step.shown().says());
  }

  private static Place place(int stage, int now, Step step) {
    if (stage < now) {
      return Place.DONE;
    }
    if (stage > now) {
      return Place.AHEAD;
    }
    return step.over() ? Place.DONE : Place.NOW;
  }
}
