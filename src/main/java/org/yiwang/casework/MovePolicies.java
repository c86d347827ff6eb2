package org.yiwang.casework;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Entry;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;

/** All conditions on moving a case, in the order in which they are best explained. */
@Component
class MovePolicies {
  static final String REPORTER = "reporter";
  static final String SYSTEM = "system";

  /** Channel of what was taken in at a counter. */
  static final String COUNTER = "window";

  private static final Text TO_DESK =
      Text.of("请回到办件台，处理分给您的办件。", "Go back to your desk and take what is yours.");

  /** For whoever reported or applied, who has no desk and perhaps no account. */
  private static final Text TO_PAGE =
      Text.of("请刷新页面，办理页面上列出的操作。", "Reload the page and choose from what it offers you.");

  private final List<MovePolicy> all =
      List.of(
          MovePolicies::roleFits,
          MovePolicies::notOwnWork,
          MovePolicies::notTakenYet,
          MovePolicies::notRatedYet);

  Optional<Refusal> refuses(Attempt attempt) {
    return all.stream()
        .map(policy -> policy.refuses(attempt))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Held by role, and within the reach of that role. */
  private static Optional<Refusal> roleFits(Attempt attempt) {
    return attempt.action().by().stream().anyMatch(role -> fits(role, attempt))
        ? Optional.empty()
        : forbidden(
            "case-not-yours",
            Text.of("“%s”不在您的职责范围内。", "“%s” is not for you to do on this case."),
            attempt);
  }

  private static boolean fits(String role, Attempt attempt) {
    return switch (role) {
      case REPORTER -> attempt.mover().reports(attempt.of());
      case SYSTEM -> attempt.mover().system();
      default -> holds(attempt.mover().viewer(), role, attempt.of());
    };
  }

  private static boolean holds(Viewer viewer, String role, Case of) {
    return viewer.is(role) && CaseScope.covers(viewer.reachOf(role), of);
  }

  /**
   * 核实、审办分离: the closing check, or the decision, is made by somebody who did not do the work.
   * Whoever opened a case in office, at a counter for somebody else, worked on its first step;
   * whoever did something at a counter in the applicant's name worked on the case, whatever step it
   * was in.
   */
  private static Optional<Refusal> notOwnWork(Attempt attempt) {
    List<String> steps = attempt.action().notByActorsOf();
    String account = attempt.mover().viewer().account();
    if (steps.isEmpty() || account == null) {
      return Optional.empty();
    }
    boolean acted =
        attempt.history().get().stream()
            .filter(entry -> workedOn(steps, entry))
            .anyMatch(entry -> account.equals(whoWorked(entry)));
    return acted
        ? forbidden(
            "case-own-work",
            Text.of(
                "“%s”须由没有参与处置的人来做，您处置过这件事。",
                "“%s” is for somebody who did not do the work; you did."),
            attempt)
        : Optional.empty();
  }

  private static boolean workedOn(List<String> steps, Entry entry) {
    return switch (entry.kind()) {
      case CaseEntries.MOVED -> entry.fact("counter") != null || steps.contains(entry.fact("from"));
      case CaseEntries.AT_COUNTER -> true;
      case CaseEntries.OPENED ->
          entry.actor().kind() == Actor.Kind.PERSON
              && (steps.contains(entry.fact("to")) || COUNTER.equals(entry.fact("channel")));
      default -> false;
    };
  }

  private static @Nullable String whoWorked(Entry entry) {
    return entry.kind().equals(CaseEntries.AT_COUNTER) ? entry.fact("by") : entry.actor().account();
  }

  /**
   * Accepting is offered once in a step. It names whom to ask, and keeps the case from being handed
   * to somebody else as the next one; it does not lock it: colleagues of the same unit may finish
   * or return what one of them accepted, since people fall ill and shifts end.
   */
  private static Optional<Refusal> notTakenYet(Attempt attempt) {
    String holder = attempt.of().holder();
    boolean mine = Objects.equals(holder, attempt.mover().viewer().account());
    return attempt.action().once() && holder != null
        ? Optional.of(
            new Refusal(
                Refusal.Kind.OUTDATED,
                "case-taken",
                null,
                mine
                    ? Text.of("您已经接单。", "You have accepted it already.")
                    : Text.of("已有同事接单。", "A colleague has accepted it already."),
                mine
                    ? Text.of("请刷新页面，接着办理。", "Reload the page and go on with it.")
                    : Text.of(
                        "不必再接单；需要时您可以代为办理页面上的其他操作。",
                        "Leave it to them; where needed you may do what else the page offers.")))
        : Optional.empty();
  }

  /**
   * 一个结果只评价一次: where a rating leads on, it is given once anyway; here it leaves the step as it is.
   */
  private static Optional<Refusal> notRatedYet(Attempt attempt) {
    boolean rates = ratesInPlace(attempt.of().position().step(), attempt.action());
    return rates && attempt.of().rating() != null
        ? Optional.of(
            Refusal.of(
                Refusal.Kind.OUTDATED,
                "case-rated",
                Text.of("这件事已经评价过。", "This was rated already."),
                Text.of("每个结果评价一次，谢谢您。", "Each outcome is rated once; thank you.")))
        : Optional.empty();
  }

  /** Whether an action rates the outcome and leaves the case where it is. */
  static boolean ratesInPlace(String step, Action action) {
    return action.to().equals(step) && action.asked().rating() == Need.REQUIRED;
  }

  /** In office, also for whoever stands at the counter; not about what is one's own. */
  private static boolean atDesk(Attempt attempt) {
    Mover mover = attempt.mover();
    return mover.viewer().may(Permission.SEE_CASES)
        && (mover.counter() != null || !mover.reports(attempt.of()));
  }

  private static Optional<Refusal> forbidden(String code, Text says, Attempt attempt) {
    Text name = attempt.action().name();
    return Optional.of(
        Refusal.of(
            Refusal.Kind.FORBIDDEN,
            code,
            Text.of(says.zh().formatted(name.zh()), says.en().formatted(name.en())),
            atDesk(attempt) ? TO_DESK : TO_PAGE));
  }
}
