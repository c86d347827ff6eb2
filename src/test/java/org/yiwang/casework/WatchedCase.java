package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Asks;
import org.yiwang.casework.LifecycleDefinition.LowRating;
import org.yiwang.casework.LifecycleDefinition.Need;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.casework.Move.Given;
import org.yiwang.casework.ReplayLawTests.Try;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Reach;
import org.yiwang.identity.Viewer;
import org.yiwang.page.RefusedException;

/**
 * A case at which anything is tried, and everything is checked after each attempt. What ought to be
 * allowed is worked out here once more, from the lifecycle and what happened, without the engine.
 */
final class WatchedCase {
  private static final String REPORTER = "wang";
  private static final String HERE = "310110009";
  private static final List<Viewer> PEOPLE = people();
  private static final List<String> UNITS = List.of("greening", "housing", "no-such-unit", " ");

  private final Bench bench;
  private final LifecycleDefinition graph;
  private final Case other;

  /** Who did what where: the model's own memory of the case. */
  private final List<Deed> deeds = new ArrayList<>();

  private Case now;
  private int entries = 1;
  private int accepted;
  private int refused;

  private record Deed(String from, @Nullable String account) {}

  WatchedCase(Bench bench, LifecycleDefinition graph) {
    this.bench = bench;
    this.graph = graph;
    sql().sql("delete from casework_case").update();
    this.other = bench.open(Bench.draft(graph.id()));
    Bench.Draft draft = Bench.draft(graph.id());
    this.now =
        bench.open(new Bench.Draft(draft.application(), graph.id(), draft.where(), REPORTER));
    check();
  }

  private static List<Viewer> people() {
    List<Viewer> people = new ArrayList<>();
    for (String role : RandomGraphs.ROLES) {
      people.add(Folk.anywhere("all-" + role, role));
      people.add(Folk.in("here-" + role, role, Folk.area(HERE)));
    }
    people.add(Folk.in("away-checker", "checker", Folk.area("310110019")));
    people.add(
        Folk.inEach(
            "both", Reach.district(), Map.of("worker", Reach.none(), "officer", Reach.district())));
    people.add(Folk.resident(REPORTER));
    people.add(Folk.resident(null));
    return people;
  }

  int accepted() {
    return accepted;
  }

  int refused() {
    return refused;
  }

  void attempt(Try tried) {
    bench.clock.pass(tried.pause());
    letTimersRun();
    Viewer who = PEOPLE.get(tried.who());
    String action = action(tried.action());
    Given given = given(new Random(tried.given()));
    Move move = new Move(now.number(), now.version() - tried.outdated(), action, given);
    boolean legal = tried.outdated() == 0 && legal(action, who, given);
    try {
      Case after = bench.cases().act(move, Mover.of(who));
      assertThat(legal).as("%s by %s was done: %s", move, who.account(), now).isTrue();
      moved(action, who, given, after);
    } catch (RefusedException refusal) {
      assertThat(legal).as("%s by %s: %s", move, who.account(), refusal.getMessage()).isFalse();
      assertThat(bench.reread(now)).isEqualTo(now);
      refused++;
    }
    check();
  }

  /** Mostly one of the step's own, sometimes one of another step, or none at all. */
  private String action(int index) {
    List<String> here = step().actions().keySet().stream().sorted().toList();
    if (index < 6 && !here.isEmpty()) {
      return here.get(index % here.size());
    }
    return index == 7 ? "nonsense" : "a" + index;
  }

  private void letTimersRun() {
    for (int i = 0; bench.get(RunTimers.class).run() > 0; i++) {
      assertThat(i).as("the clock comes to rest").isLessThan(50);
      Case after = bench.reread(now);
      entries += after.version() - now.version();
      if (!after.position().step().equals(now.position().step())) {
        deeds.add(new Deed(now.position().step(), null));
      }
      now = after;
      check();
    }
  }

  private void moved(String id, Viewer who, Given given, Case after) {
    Action action = Objects.requireNonNull(step().actions().get(id));
    Integer rating = action.asked().rating() == null ? null : given.rating();
    LowRating low = action.lowRating();
    boolean bad = low != null && rating != null && rating <= low.atMost();
    assertThat(after.position().step()).isEqualTo(bad && low != null ? low.to() : action.to());
    assertThat(after.version()).isEqualTo(now.version() + 1);
    assertThat(after.holder()).isEqualTo(holder(action, who, given, after));
    deeds.add(new Deed(now.position().step(), who.account()));
    now = after;
    entries++;
    accepted++;
  }

  /** A holder belongs to a step: whoever accepted it there, and nobody once it has left. */
  private @Nullable String holder(Action action, Viewer who, Given given, Case after) {
    if (action.hold()) {
      return who.account();
    }
    boolean stays = after.position().step().equals(now.position().step());
    boolean elsewhere = action.asked().unit() != null && knownUnit(given);
    return stays && !action.release() && !elsewhere ? now.holder() : null;
  }

  private void check() {
    assertThat(bench.reread(now)).isEqualTo(now);
    assertThat(bench.cases().history(now)).hasSize(entries);
    assertThat(Replay.of(bench.cases().history(now)).differences(now)).isEmpty();
    assertThat(now.version()).isEqualTo(entries);
    assertThat(now.clocks().closed() != null).isEqualTo(step().closed());
    assertThat(now.position().waiting())
        .isEqualTo(!step().queue().isEmpty() || now.position().escalation() > 0);
    checkTimer();
  }

  private void checkTimer() {
    Instant timer =
        sql()
            .sql("select next_timer from casework_case where number = ?")
            .param(now.number())
            .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
            .single()
            .orElse(null);
    Instant due = now.clocks().stepDue();
    boolean toRaise = now.position().escalation() < step().escalations().size();
    boolean expected = due != null && (step().whenDue() != null || toRaise);
    assertThat(timer != null).as("a timer: %s", now).isEqualTo(expected);
    if (timer != null) {
      assertThat(timer).isAfterOrEqualTo(due);
      if (step().whenDue() != null) {
        assertThat(timer).isEqualTo(due);
      }
    }
  }

  private JdbcClient sql() {
    return JdbcClient.create(bench.get(DataSource.class));
  }

  private Step step() {
    return graph.step(now.position().step());
  }

  /** Where a rating leaves a case in its step, it is given once. */
  private boolean ratedAlready(Action action) {
    return action.to().equals(now.position().step())
        && action.asked().rating() == Need.REQUIRED
        && now.rating() != null;
  }

  private boolean legal(String id, Viewer who, Given given) {
    Action action = step().actions().get(id);
    return action != null
        && !ratedAlready(action)
        && action.by().stream().anyMatch(role -> mayAs(role, who))
        && (who.account() == null
            || deeds.stream()
                .noneMatch(
                    deed ->
                        action.notByActorsOf().contains(deed.from())
                            && who.account().equals(deed.account())))
        && !(action.once() && now.holder() != null)
        && complete(action.asked(), given, who);
  }

  private boolean mayAs(String role, Viewer who) {
    if (role.equals(MovePolicies.REPORTER)) {
      return REPORTER.equals(who.account());
    }
    Reach reach = who.reachOf(role);
    return who.roles().contains(role)
        && (reach.everything()
            || reach.areas().contains(HERE)
            || (now.unit() != null && reach.units().contains(now.unit())));
  }

  private boolean complete(Asks asks, Given given, Viewer who) {
    boolean note = asks.note() != Need.REQUIRED || given.note() != null;
    boolean reason = asks.reason().isEmpty() || "r1".equals(given.reason());
    boolean blank = given.unit() == null || given.unit().isBlank();
    boolean unit =
        asks.unit() == null || knownUnit(given) || (blank && asks.unit() == Need.OPTIONAL);
    boolean named = other.number().equals(given.otherCase()) && openOther() && seesOther(who);
    boolean free = given.otherCase() == null && asks.otherCase() == Need.OPTIONAL;
    boolean joined = asks.otherCase() == null || free || named;
    Integer stars = given.rating();
    boolean rated =
        asks.rating() == null
            || (stars == null ? asks.rating() == Need.OPTIONAL : stars >= 1 && stars <= 5);
    boolean photos = asks.photos() != Need.REQUIRED || !given.photos().isEmpty();
    return note && reason && unit && joined && rated && photos;
  }

  private static boolean knownUnit(Given given) {
    return List.of("greening", "housing").contains(String.valueOf(given.unit()));
  }

  /** The other case is here and with no unit. */
  private static boolean seesOther(Viewer who) {
    return who.may(Permission.SEE_CASES)
        && (who.reach().everything() || who.reach().areas().contains(HERE));
  }

  private boolean openOther() {
    return bench.reread(other).clocks().closed() == null;
  }

  private Given given(Random random) {
    List<@Nullable String> numbers = new ArrayList<>(List.of(other.number(), now.number()));
    numbers.add(null);
    return Given.NOTHING
        .withNote(random.nextInt(6) == 0 ? null : "看过了")
        .withReason(random.nextInt(6) == 0 ? "r9" : "r1")
        .withUnit(random.nextInt(3) == 0 ? null : UNITS.get(random.nextInt(UNITS.size())))
        .withOtherCase(numbers.get(random.nextInt(3)))
        .withRating(random.nextInt(3) == 0 ? null : random.nextInt(7))
        .withPhotos(random.nextInt(3) == 0 ? List.of() : List.of(photo()));
  }

  private UUID photo() {
    return bench
        .get(CasePhotos.class)
        .keep(new ByteArrayInputStream(Pictures.jpeg(4, 4)), null, null);
  }
}
