package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.casework.Move.Given;
import org.yiwang.identity.Viewer;

/** The times of a case, in working time of Shanghai's offices (09:00-12:00, 13:00-17:30). */
class StepClockTests extends DatabaseTest {
  private static final Viewer ANYBODY = Folk.anywhere("ma", "worker");
  private Bench bench;

  @BeforeAll
  void wire() {
    LifecycleDefinition graph =
        new LifecycleDefinition(
            "way",
            1,
            null,
            Graphs.graph("way", "told", Map.of()).name(),
            Graphs.graph("way", "told", Map.of()).stages(),
            "told",
            false,
            "work",
            Map.of(
                "told",
                Graphs.waiting(
                    "worker", "4 working-hours", Map.of("file", Graphs.to("work", "worker"))),
                "work",
                Graphs.waiting(
                    "worker",
                    "case",
                    Map.of(
                        "wait", Graphs.to("paused", "worker"),
                        "done", Graphs.to("over", "worker"))),
                "paused",
                Graphs.waiting("worker", "30 minutes", Map.of("back", Graphs.to("work", "worker"))),
                "over",
                Graphs.step(
                    new Graphs.StepParts(List.of(), "15 calendar-days", null, List.of(), true),
                    Map.of(
                        "again", Graphs.to("work", "worker"),
                        "keep", Graphs.to("kept", "worker"))),
                "kept",
                Graphs.end()));
    bench = Bench.with(database(), graph);
  }

  @AfterAll
  void close() {
    bench.close();
  }

  private Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  private Case open(String local) {
    bench.clock.set(at(local));
    return bench.open(Bench.draft("way"));
  }

  private Case act(Case of, String action, String local) {
    bench.clock.set(at(local));
    return bench
        .cases()
        .act(new Move(of.number(), of.version(), action, Given.NOTHING), Mover.of(ANYBODY));
  }

  @Test
  void aStepsOwnLimitCountsWorkingHours() {
    assertThat(open("2026-11-23T10:00").clocks().stepDue()).isEqualTo(at("2026-11-23T15:00"));
    assertThat(open("2026-11-20T16:30").clocks().stepDue()).isEqualTo(at("2026-11-23T12:00"));
  }

  @Test
  void theCasesLimitBeginsWhereTheLifecycleSays() {
    Case opened = open("2026-11-23T10:00");
    assertThat(opened.clocks().due()).isNull();
    Case filed = act(opened, "file", "2026-11-24T10:00");
    assertThat(filed.clocks().due()).isEqualTo(filed.clocks().stepDue());
    assertThat(filed.clocks().due()).isAfter(at("2026-11-25T10:00"));
  }

  @Test
  void theCasesLimitRunsOnWhateverHappensMeanwhile() {
    Case filed = act(open("2026-11-23T10:00"), "file", "2026-11-24T10:00");
    Case paused = act(filed, "wait", "2026-11-24T11:00");
    assertThat(paused.clocks().stepDue()).isEqualTo(at("2026-11-24T11:30"));
    Case back = act(paused, "back", "2026-11-26T11:00");
    assertThat(back.clocks().stepDue()).isEqualTo(filed.clocks().due());
    assertThat(back.late(bench.clock.instant().plusSeconds(86_400 * 3L))).isTrue();
  }

  @Test
  void aReopenedCaseGetsANewLimitAndIsOpenAgain() {
    Case filed = act(open("2026-11-23T10:00"), "file", "2026-11-24T10:00");
    Case over = act(filed, "done", "2026-11-24T16:00");
    assertThat(over.clocks().closed()).isEqualTo(at("2026-11-24T16:00"));
    Case again = act(over, "again", "2026-12-01T10:00");
    assertThat(again.clocks().closed()).isNull();
    assertThat(again.clocks().due()).isAfter(at("2026-12-02T00:00"));
  }

  @Test
  void theDayOfClosingStays() {
    Case filed = act(open("2026-11-23T10:00"), "file", "2026-11-24T10:00");
    Case over = act(filed, "done", "2026-11-24T16:00");
    Case kept = act(over, "keep", "2026-11-30T09:00");
    assertThat(kept.clocks().closed()).isEqualTo(at("2026-11-24T16:00"));
  }

  @Test
  void aStepThatDoesNotExistIsAFault() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> bench.openAt(Bench.draft("way"), "nowhere"));
  }
}
