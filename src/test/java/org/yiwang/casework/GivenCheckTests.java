package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.identity.Viewer;
import org.yiwang.page.RefusedException;

/** What is given with an action fits, and tells nobody of cases out of sight. */
class GivenCheckTests extends DatabaseTest {
  private static final String HERE = "310110009";
  private static final Viewer VERIFIER = Folk.in("zhao", "street-verifier", Folk.area(HERE));

  private Bench bench;

  @BeforeAll
  void wire() {
    bench = Bench.of(database(), Bench.Shipped.YANGPU);
  }

  @AfterAll
  void close() {
    bench.close();
  }

  private Case open(String area) {
    var where = new Case.Where("某路", null, null, area, null);
    return bench.open(new Bench.Draft("city-operations", "six-step", where, "wang"));
  }

  private Case repeats(Case of, @Nullable String other) {
    var given = Move.Given.NOTHING.withOtherCase(other);
    return bench
        .cases()
        .act(new Move(of.number(), of.version(), "duplicate", given), Mover.of(VERIFIER));
  }

  private void refused(Case of, @Nullable String other) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> repeats(of, other))
        .satisfies(e -> assertThat(e.refusals().getFirst().code()).isEqualTo("other-case-missing"));
  }

  @Test
  void aRepeatIsJoinedToAnOpenCaseThatTheMoverSees() {
    Case first = open(HERE);
    assertThat(repeats(open(HERE), first.number()).position().step()).isEqualTo("merged");
  }

  @Test
  void aCaseOutOfSightIsNoMoreThanOneThatIsNotThere() {
    Case elsewhere = open("310110019");
    Case here = open(HERE);
    refused(here, elsewhere.number());
    refused(here, "YP-20200101-00001");
    assertThat(bench.cases().history(elsewhere)).hasSize(1);
  }

  @Test
  void neitherItselfNorAClosedCaseNorNothingFits() {
    Case here = open(HERE);
    Case closed = repeats(open(HERE), here.number());
    refused(here, here.number());
    refused(here, closed.number());
    refused(here, null);
  }
}
