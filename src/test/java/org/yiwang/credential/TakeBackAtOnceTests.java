package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.party.Fact;
import org.yiwang.party.NewFirm;
import org.yiwang.party.Parties;

/**
 * A credential that is corrected and revoked at the same moment: one comes after the other, and
 * nobody waits in a circle.
 */
@ProgramTest
@TestPropertySource(properties = "yiwang.pack=packs/_toy")
class TakeBackAtOnceTests {
  private static final String CIRCLE = "reading-circle";
  private static final Map<String, String> CLAIMS = Map.of("circle", "同时读书会", "founder", "小文");

  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private ListStore lists;
  @Autowired private TakeBack takeBack;
  @Autowired private Parties parties;
  @Autowired private TransactionOperations transaction;
  @Autowired private JdbcClient sql;

  private Credential issued() {
    var source = new Fact.Source(Fact.Source.Kind.OFFICER, "test", null);
    var firm = new NewFirm(Text.same("同时读书会"), null, List.of(), source);
    return Objects.requireNonNull(
        transaction.execute(
            state ->
                credentials.issue(
                    new NewCredential(
                        CIRCLE,
                        parties.addFirm(firm, Actor.SYSTEM),
                        CLAIMS,
                        null,
                        "LC-1",
                        Actor.SYSTEM))));
  }

  /** The other waits for the relations while this transaction has them and does its own. */
  private Future<?> whileItWaits(ExecutorService threads, Runnable other, Runnable own) {
    var backend = new CompletableFuture<Integer>();
    return Objects.requireNonNull(
        transaction.execute(
            state -> {
              parties.holdRelations();
              Future<?> waiting =
                  threads.submit(
                      () ->
                          transaction.executeWithoutResult(
                              second -> {
                                backend.complete(pid());
                                other.run();
                              }));
              int pid = backend.orTimeout(30, TimeUnit.SECONDS).join();
              while (!waiting.isDone() && !waits(pid)) {
                Thread.onSpinWait();
              }
              own.run();
              return waiting;
            }));
  }

  private int pid() {
    return sql.sql("select pg_backend_pid()").query(Integer.class).single();
  }

  private boolean waits(int pid) {
    return sql.sql("select exists (select 1 from pg_locks where pid = ? and not granted)")
        .param(pid)
        .query(Boolean.class)
        .single();
  }

  private void revoke(UUID id) {
    credentials.revoke(id, Text.same("test"), Actor.SYSTEM);
  }

  private void reissue(UUID id) {
    CredentialStore.Row row = store.find(id).orElseThrow();
    takeBack.reissue(row, CLAIMS, Text.same("test"), Actor.SYSTEM);
  }

  @Test
  void aCorrectionBesideARevocationIsDoneAndTheRevocationToldSo() {
    Credential card = issued();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> waiting = whileItWaits(threads, () -> revoke(card.id()), () -> reissue(card.id()));
      assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
          .hasMessageContaining("credential-revoked");
    }
    assertThat(credentials.usable(card.holder(), CIRCLE)).hasSize(1);
  }

  @Test
  void aRevocationBesideACorrectionIsDoneAndNothingIsIssued() {
    Credential card = issued();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> waiting = whileItWaits(threads, () -> reissue(card.id()), () -> revoke(card.id()));
      assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS))
          .hasMessageContaining("credential-revoked");
    }
    assertThat(credentials.usable(card.holder(), CIRCLE)).isEmpty();
  }

  @Test
  void theListIsOpenBeforeAnybodyWaitsAndNoPlaceIsDrawn() throws Exception {
    issued();
    int fresh = (int) (lists.peek() / StatusList.SIZE) + 1;
    long first = (long) fresh * StatusList.SIZE;
    sql.sql("select setval('credential_index', ?, false)").param(first).query(Long.class).single();
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      whileItWaits(
              threads,
              () -> credentials.makeReady(CIRCLE),
              () -> assertThat(lists.findIssuer(fresh)).isPresent())
          .get(30, TimeUnit.SECONDS);
    }
    assertThat(lists.peek()).isEqualTo(first);
  }
}
