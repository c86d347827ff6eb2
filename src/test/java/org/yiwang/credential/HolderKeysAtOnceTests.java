package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.ProgramTest;
import org.yiwang.journal.Actor;
import org.yiwang.party.Parties;

/**
 * First credentials at the same moment: both are issued, by one key, and nobody waits in a circle.
 */
@ProgramTest
@TestPropertySource(properties = "yiwang.pack=packs/_toy")
class HolderKeysAtOnceTests {
  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private HolderKeys keys;
  @Autowired private Parties parties;
  @Autowired private TransactionOperations transaction;
  @Autowired private JdbcClient sql;

  private UUID reader() {
    return parties.ofAccount("reader-" + UUID.randomUUID(), "小新");
  }

  private void issue(String type, UUID holder) {
    Map<String, String> claims =
        type.equals("reading-circle")
            ? Map.of("circle", "新人读书会", "founder", "小新")
            : Map.of("reader", "小新");
    credentials.issue(new NewCredential(type, holder, claims, null, "LC-1", Actor.SYSTEM));
  }

  /**
   * The first begins; then the second does all of its own, or waits on the way; then the first goes
   * on to its end.
   */
  private void beside(Runnable begins, Runnable goesOn, Runnable second) throws Exception {
    var begun = new CountDownLatch(1);
    var waits = new CountDownLatch(1);
    var backend = new CompletableFuture<Integer>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> one =
          threads.submit(
              () ->
                  transaction.executeWithoutResult(
                      state -> {
                        begins.run();
                        begun.countDown();
                        await(waits);
                        goesOn.run();
                      }));
      await(begun);
      Future<?> two =
          threads.submit(
              () ->
                  transaction.executeWithoutResult(
                      state -> {
                        backend.complete(pid());
                        second.run();
                      }));
      int pid = backend.get(30, TimeUnit.SECONDS);
      while (!two.isDone() && !waits(pid)) {
        Thread.onSpinWait();
      }
      waits.countDown();
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

  private int pid() {
    return sql.sql("select pg_backend_pid()").query(Integer.class).single();
  }

  private boolean waits(int pid) {
    return sql.sql("select exists (select 1 from pg_locks where pid = ? and not granted)")
        .param(pid)
        .query(Boolean.class)
        .single();
  }

  /** By which a presentation of any of them is signed. */
  private void haveOneKey(UUID holder, int many) {
    assertThat(credentials.listOf(holder)).hasSize(many);
    Object own = keys.of(holder).publicKey();
    assertThat(store.listOf(holder))
        .extracting(row -> (Object) payload(row).get("cnf"))
        .allMatch(Map.of("jwk", own)::equals);
  }

  private static Map<String, Object> payload(CredentialStore.Row row) {
    return Jws.parse(SdJwt.parse(row.token()).issuerJwt()).payload();
  }

  @Test
  void twoFirstOnesOfOneHolder() throws Exception {
    UUID holder = reader();
    beside(() -> issue("home-proof", holder), () -> {}, () -> issue("room-key", holder));
    haveOneKey(holder, 2);
  }

  @Test
  void oneThatSpeaksOfRelationsBesideOneThatComesToThemLater() throws Exception {
    UUID holder = reader();
    beside(
        () -> issue("home-proof", holder),
        () -> issue("reading-circle", holder),
        () -> issue("reading-circle", holder));
    haveOneKey(holder, 3);
  }

  @Test
  void twoHoldersInOppositeOrder() throws Exception {
    UUID one = reader();
    UUID other = reader();
    beside(
        () -> issue("home-proof", one),
        () -> issue("home-proof", other),
        () -> {
          issue("room-key", other);
          issue("room-key", one);
        });
    haveOneKey(one, 2);
    haveOneKey(other, 2);
  }
}
