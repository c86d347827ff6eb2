package org.yiwang.operations;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseWay.Edge;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.casework.NewCase;
import org.yiwang.casework.Offer;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;

/** The life of one invented case, from its report to wherever it has come by now. */
final class DemoWalk {
  private static final String BY_REPORTER = "reporter";

  private final DemoStage stage;
  private final DemoStage.Tools tools;
  private final DemoPlan plan;
  private final Deque<Edge> way = new ArrayDeque<>();
  private @Nullable Case last;
  private boolean wasLate;

  DemoWalk(DemoStage stage, DemoPlan plan) {
    this.stage = stage;
    this.tools = stage.tools();
    this.plan = plan;
  }

  void begin() {
    stage.plan(plan.opens(), this::open);
  }

  private void open() {
    Case opened = tools.cases().open(command());
    stage.opened(opened);
    if (plan.stopAt() != null) {
      way.addAll(tools.routes().path(plan.category(), opened.position().step(), plan.stopAt()));
    }
    next(opened);
  }

  private NewCase command() {
    var category = plan.category();
    String account = plan.resident() == null ? null : plan.resident().id().toString();
    Text name = plan.resident() == null ? Actor.REPORTER : plan.resident().name();
    return new NewCase(
        category.application(),
        category.lifecycle(),
        category.limit(),
        new Case.About(
            category.id(),
            category.group(),
            category.name(),
            tools.words().report(category, plan.spot().landmark(), tools.chance())),
        plan.where(),
        tools.routes().unit(category, plan.where().area()),
        new Case.Origin(plan.channel(), null, account),
        photos(),
        true,
        null,
        new Actor(Actor.Kind.RESIDENT, account, name));
  }

  private List<UUID> photos() {
    boolean some = plan.category().photoRequired() || tools.chance().in(0.4);
    return some ? List.of(tools.album().before(plan.category())) : List.of();
  }

  /** The case as it stands: the clock may have acted, or another case was found to repeat it. */
  private Case present() {
    return tools.cases().find(Objects.requireNonNull(last).number()).orElseThrow();
  }

  /** Plans what happens next to the case, if anything does. */
  private void next(Case now) {
    last = now;
    if (plan.stopAt() != null) {
      Edge forced = way.poll();
      if (forced != null) {
        after(
            now.clocks().stepSince().plusSeconds((long) tools.chance().between(400, 1300)), forced);
      }
      return;
    }
    Instant at = tools.time().instant();
    List<Edge> ahead = tools.routes().from(plan.category(), now.position().step());
    if (ahead.stream().allMatch(edge -> edge.by().contains(BY_REPORTER))) {
      byReporter(ahead, at);
    } else {
      byOfficers(now, ahead, at);
    }
  }

  private void after(Instant at, Edge edge) {
    Instant now = tools.time().instant();
    Instant when = at.isAfter(now) ? at : now.plusSeconds(60);
    Instant due = Objects.requireNonNull(last).clocks().stepDue();
    if (due != null && due.isBefore(when)) {
      stage.plan(due.plusSeconds(3), stage::tick);
    }
    stage.plan(when, () -> go(edge));
  }

  /** Six of ten people rate, one in ten of them badly. */
  private void byReporter(List<Edge> ahead, Instant at) {
    if (ahead.isEmpty() || !tools.chance().in(0.62)) {
      return;
    }
    boolean badly = tools.chance().in(0.1);
    ahead.stream()
        .filter(edge -> (edge.ratingAtMost() != null) == badly)
        .findFirst()
        .ifPresent(edge -> after(tools.pace().daysLater(at, 3), edge));
  }

  private void byOfficers(Case now, List<Edge> ahead, Instant at) {
    Edge edge = choose(now, ahead);
    boolean accepts = edge.to().equals(edge.from());
    boolean handling = now.unit() != null && now.position().waiting();
    boolean late = !wasLate && !accepts && (handling ? plan.late() : tools.chance().in(0.015));
    wasLate |= late;
    Instant when = late ? tools.pace().tooLate(now, at) : tools.pace().inTime(now, at);
    after(accepts ? at.plusSeconds((long) tools.chance().between(300, 5400)) : when, edge);
  }

  /** Mostly the usual way; now and then one of the others. */
  private Edge choose(Case now, List<Edge> ahead) {
    List<Edge> usual =
        ahead.stream()
            .filter(Edge::primary)
            .filter(edge -> !edge.to().equals(edge.from()) || now.holder() == null)
            .toList();
    List<Edge> others = ahead.stream().filter(edge -> !edge.primary()).toList();
    boolean aside = !others.isEmpty() && tools.chance().in(0.06);
    return usual.isEmpty() || aside
        ? tools.chance().of(others.isEmpty() ? ahead : others)
        : usual.getFirst();
  }

  /** Does it as it was planned, or the usual instead where that cannot be. */
  private void go(Edge planned) {
    Case now = present();
    if (!now.position().step().equals(planned.from())) {
      return;
    }
    List<Edge> options = new ArrayList<>(List.of(planned));
    if (plan.stopAt() == null) {
      options.addAll(
          tools.routes().from(plan.category(), planned.from()).stream()
              .filter(Edge::primary)
              .toList());
    }
    for (Edge edge : options) {
      if (act(now, edge)) {
        return;
      }
    }
  }

  private boolean act(Case now, Edge edge) {
    for (String role : edge.by()) {
      Mover mover = tools.cast().who(role, now);
      Optional<Offer> offer =
          tools.cases().offers(now, mover).stream()
              .filter(o -> o.id().equals(edge.action()))
              .findFirst();
      Optional<Move.Given> given = offer.flatMap(o -> given(now, edge, o, mover.viewer()));
      if (given.isPresent()) {
        next(
            tools
                .cases()
                .act(new Move(now.number(), now.version(), edge.action(), given.get()), mover));
        return true;
      }
    }
    return false;
  }

  /** Everything that the action asks for; empty if there is no such thing. */
  private Optional<Move.Given> given(Case now, Edge edge, Offer offer, Viewer viewer) {
    Optional<String> other = offer.otherCase().yes() ? another(now, viewer) : Optional.of("");
    boolean photo =
        offer.photos() == Offer.Asked.REQUIRED || (offer.photos().yes() && tools.chance().in(0.25));
    return other.map(
        found ->
            Move.Given.NOTHING
                .withNote(
                    offer.note().yes() ? tools.words().note(edge.action(), tools.chance()) : null)
                .withReason(
                    offer.reasons().isEmpty() ? null : tools.chance().of(offer.reasons()).id())
                .withUnit(offer.unit().yes() ? unit(now) : null)
                .withOtherCase(found.isEmpty() ? null : found)
                .withRating(offer.rating().yes() ? rating(edge) : null)
                .withPhotos(photo ? List.of(tools.album().after(plan.category())) : List.of()));
  }

  /** A case that this one can repeat; where there is none, somebody else has just reported it. */
  private Optional<String> another(Case now, Viewer viewer) {
    Optional<String> found = stage.another(now, viewer);
    if (found.isPresent() || plan.stopAt() == null) {
      return found;
    }
    Case twin = tools.cases().open(command());
    stage.opened(twin);
    new DemoWalk(stage, plan.free()).next(twin);
    return Optional.of(twin.number());
  }

  private String unit(Case now) {
    return now.proposedUnit() == null ? tools.routes().anyUnit() : now.proposedUnit();
  }

  private int rating(Edge edge) {
    if (edge.ratingAtMost() != null) {
      return 1 + tools.chance().upTo(edge.ratingAtMost());
    }
    int least = tools.routes().badRating(plan.category(), edge) + 1;
    return Math.max(least, tools.chance().of(List.of(5, 5, 5, 5, 4, 4, 4, 3)));
  }
}
