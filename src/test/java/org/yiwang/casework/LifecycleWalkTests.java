package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.DatabaseTest;
import org.yiwang.casework.LifecycleDefinition.Action;
import org.yiwang.casework.LifecycleDefinition.Step;
import org.yiwang.casework.Move.Given;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.District;
import org.yiwang.pack.Packs;
import org.yiwang.page.RefusedException;

/** Every edge of every lifecycle that ships is walked, and everything else refused. */
class LifecycleWalkTests extends DatabaseTest {
  private static final String REPORTER = "the-reporter";

  private final List<Bench> benches = new java.util.ArrayList<>();

  @AfterAll
  void close() {
    benches.forEach(Bench::close);
  }

  @TestFactory
  Stream<DynamicNode> lifecyclesOfAllPacks() {
    return Packs.listFolders(Path.of("packs")).stream().flatMap(this::pack);
  }

  private Stream<DynamicNode> pack(Path folder) {
    District district = Packs.load(folder);
    Bench bench = Bench.of(database(), district);
    benches.add(bench);
    return district.list(CaseworkPackPart.LIFECYCLES).stream()
        .map(defined -> lifecycle(folder, new Walk(bench, defined)));
  }

  private static DynamicNode lifecycle(Path folder, Walk walk) {
    Stream<DynamicNode> steps =
        walk.graph().steps().keySet().stream().map(step -> steps(walk, step));
    return DynamicContainer.dynamicContainer(folder.getFileName() + " " + walk.graph().id(), steps);
  }

  private static DynamicNode steps(Walk walk, String step) {
    Map<String, Action> actions = walk.graph().step(step).actions();
    Stream<DynamicTest> edges =
        actions.keySet().stream()
            .map(a -> DynamicTest.dynamicTest(step + ": " + a, () -> walk.follow(step, a)));
    Stream<DynamicTest> rest =
        Stream.of(
            DynamicTest.dynamicTest(step + ": nothing else", () -> walk.refuseOthers(step)),
            DynamicTest.dynamicTest(step + ": nobody else", () -> walk.refuseStrangers(step)));
    return DynamicContainer.dynamicContainer(step, Stream.concat(edges, rest));
  }

  /** Walks one lifecycle. */
  private record Walk(Bench bench, Defined<LifecycleDefinition> defined) {
    LifecycleDefinition graph() {
      return defined.value();
    }

    private Case at(String step) {
      return bench.openAt(draft(), step);
    }

    private Bench.Draft draft() {
      Case.Where where = Bench.draft("").where();
      return new Bench.Draft(defined.application(), graph().id(), where, REPORTER);
    }

    void follow(String from, String id) {
      Action action = Objects.requireNonNull(graph().step(from).actions().get(id));
      assertThat(arrives(from, id, action, 5)).isEqualTo(action.to());
      if (action.lowRating() != null) {
        assertThat(arrives(from, id, action, action.lowRating().atMost()))
            .isEqualTo(action.lowRating().to());
        assertThat(arrives(from, id, action, action.lowRating().atMost() + 1))
            .isEqualTo(action.to());
      }
    }

    private String arrives(String from, String id, Action action, int rating) {
      Case before = at(from);
      Mover mover = mover(action.by().getFirst());
      Move move = new Move(before.number(), before.version(), id, given(action, rating, mover));
      Case after = bench.cases().act(move, mover);
      Step there = graph().step(after.position().step());
      assertThat(after).isEqualTo(bench.reread(after));
      assertThat(after.version()).isEqualTo(before.version() + 1);
      assertThat(after.clocks().closed() != null).isEqualTo(there.closed());
      assertThat(after.position().waiting()).isEqualTo(!there.queue().isEmpty());
      assertThat(Replay.of(bench.cases().history(after)).differences(after)).isEmpty();
      if (there.parallel() != null) {
        opinionsOf(after);
      }
      return after.position().step();
    }

    /** Each of them is there and stands where its journal and the parent's say. */
    private void opinionsOf(Case parent) {
      Map<String, String> rows = new java.util.TreeMap<>();
      for (Case child : bench.cases().listChildren(parent.number())) {
        assertThat(Replay.of(bench.cases().history(child)).differences(child)).isEmpty();
        rows.put(child.number(), Replay.OPEN);
      }
      assertThat(rows).isNotEmpty();
      assertThat(Replay.of(bench.cases().history(parent)).differences(rows)).isEmpty();
    }

    void refuseOthers(String step) {
      Case before = at(step);
      List<String> elsewhere =
          graph().steps().values().stream()
              .flatMap(other -> other.actions().keySet().stream())
              .filter(id -> !graph().step(step).actions().containsKey(id))
              .distinct()
              .toList();
      for (String id : Stream.concat(elsewhere.stream(), Stream.of("", "../x")).toList()) {
        refused(before, id, mover("duty-officer"), "case-action-not-here");
      }
    }

    void refuseStrangers(String step) {
      Case before = at(step);
      graph().step(step).actions().forEach((id, action) -> strangers(before, id, action));
    }

    private void strangers(Case before, String id, Action action) {
      List<String> roles =
          graph().steps().values().stream()
              .flatMap(any -> any.actions().values().stream())
              .flatMap(any -> any.by().stream())
              .distinct()
              .filter(role -> !action.by().contains(role))
              .toList();
      for (String role : Stream.concat(roles.stream(), Stream.of("nobody")).toList()) {
        refused(before, id, mover(role), "case-not-yours");
      }
    }

    private void refused(Case before, String id, Mover mover, String code) {
      Move move = new Move(before.number(), before.version(), id, Given.NOTHING);
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> bench.cases().act(move, mover))
          .satisfies(e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
      assertThat(bench.reread(before)).isEqualTo(before);
      assertThat(bench.cases().history(before)).hasSize(1);
    }

    private Mover mover(String role) {
      return switch (role) {
        case MovePolicies.REPORTER -> Mover.of(Folk.resident(REPORTER));
        case MovePolicies.SYSTEM -> Mover.program();
        default -> Mover.of(Folk.anywhere("one-" + role, role));
      };
    }

    /** All that an action may ask for. */
    private Given given(Action action, int rating, Mover mover) {
      var asks = action.asked();
      Given given =
          Given.NOTHING
              .withNote("已到现场")
              .withReason(asks.reason().isEmpty() ? null : asks.reason().getFirst().id())
              .withUnit(
                  asks.unit() == null ? null : bench.get(Units.class).listUnits().getFirst().id())
              .withOtherCase(asks.otherCase() == null ? null : bench.open(draft()).number())
              .withRating(asks.rating() == null ? null : rating)
              .withPhotos(asks.photos() == null ? List.of() : List.of(photoBy(mover)));
      return asks.address() == null ? given : given.withAddress();
    }

    private UUID photoBy(Mover mover) {
      return bench
          .get(CasePhotos.class)
          .keep(new ByteArrayInputStream(Pictures.jpeg(8, 6)), null, mover.viewer().account());
    }
  }
}
