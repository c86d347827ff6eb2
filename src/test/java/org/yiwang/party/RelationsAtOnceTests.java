package org.yiwang.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;

/** Two licences of one firm at the same moment come one after the other, whoever is first. */
class RelationsAtOnceTests extends RelationsFixture {
  @Autowired private TransactionOperations transaction;
  @Autowired private JdbcClient sql;
  @Autowired private DistrictTime time;

  /**
   * The second begins while the first is done but not yet written for good; the first ends only
   * once the second has ended too, or waits.
   */
  private void beside(Runnable first, Runnable second) throws Exception {
    var held = new CountDownLatch(1);
    var backend = new CompletableFuture<Integer>();
    var ended = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> one =
          threads.submit(
              () ->
                  transaction.executeWithoutResult(
                      state -> {
                        first.run();
                        held.countDown();
                        await(ended);
                      }));
      await(held);
      Future<?> two =
          threads.submit(
              () ->
                  transaction.executeWithoutResult(
                      state -> {
                        backend.complete(
                            sql.sql("select pg_backend_pid()").query(Integer.class).single());
                        second.run();
                      }));
      int pid = backend.get(30, TimeUnit.SECONDS);
      while (!two.isDone() && !waits(pid)) {
        Thread.onSpinWait();
      }
      ended.countDown();
      one.get(30, TimeUnit.SECONDS);
      two.get(30, TimeUnit.SECONDS);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private boolean waits(int pid) {
    return sql.sql("select exists (select 1 from pg_locks where pid = ? and not granted)")
        .param(pid)
        .query(Boolean.class)
        .single();
  }

  @Test
  void twoLicencesAtOnceLeaveOneRepresentative() throws Exception {
    UUID firm = firm();
    beside(() -> represents(firm, "lu"), () -> represents(firm, "he"));
    assertThat(lasting(firm)).containsExactly(party("he"));
  }

  @Test
  void aRenewalBesideARevocationLeavesTheRepresentative() throws Exception {
    UUID firm = firm();
    UUID old = represents(firm, "lu");
    beside(
        () -> represents(firm, "lu"), () -> parties.forgetFrom(TakenBack.wrong(old), Actor.SYSTEM));
    assertThat(lasting(firm)).containsExactly(party("lu"));
  }

  @Test
  void whoeverLosesTheFirmMeanwhileGivesNoMandateForIt() {
    UUID firm = firm();
    represents(firm, "lu");
    LocalDate day = time.today().plusDays(9);
    var mandate = new NewMandate(firm, party("wu"), Set.of("food-licence"), day);
    assertThatThrownBy(
            () -> beside(() -> represents(firm, "he"), () -> mandates.give(viewer("lu"), mandate)))
        .hasMessageContaining("forbidden");
    assertThat(mandates.mayAct(viewer("wu"), firm, "food-licence")).isFalse();

    var asked = new NewMandate(firm, party("li"), Set.of("food-licence"), day);
    UUID id = Objects.requireNonNull(mandates.ask(viewer("li"), asked).id());
    assertThatThrownBy(
            () -> beside(() -> represents(firm, "wu"), () -> mandates.confirm(viewer("he"), id)))
        .hasMessageContaining("mandate-missing");
    assertThat(mandates.mayAct(viewer("li"), firm, "food-licence")).isFalse();
  }

  @Test
  void aCaseBesideALicenceEndsItOnce() throws Exception {
    UUID firm = firm();
    represents(firm, "lu");
    Relation before = of(firm).getFirst();
    beside(
        () -> represents(firm, "he"),
        () -> parties.endRelation(before, Fact.Source.ofCase("YP-20261126-00778"), Actor.SYSTEM));
    assertThat(lasting(firm)).containsExactly(party("he"));
    assertThat(of(firm).getFirst().ending())
        .as("the first to come ended it")
        .extracting(why -> why.kind())
        .isEqualTo(Fact.Source.Kind.CREDENTIAL);
  }
}
