package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.yiwang.DatabaseTest;

/** Every entry comes into the log once, whoever seals and whatever is going on beside it. */
class SealEntriesTests extends DatabaseTest {
  private LogBench log;

  @BeforeEach
  void empty() {
    log = new LogBench(database());
    log.tamper(
        "delete from journal_entry",
        "delete from journal_leaf",
        "delete from journal_tile",
        "delete from journal_checkpoint");
    jdbc().sql("delete from journal_log_key").update();
  }

  @Test
  void entriesBecomeLeavesInTheirOrder() {
    log.append("case:A", Map.of("note", "井盖缺失"));
    log.append("case:B", Map.of("x", 1.50));
    assertThat(log.clock.sealAll()).isEqualTo(2);
    assertThat(log.clock.sealAll()).isZero();
    List<Leaf> leaves = log.leaves();
    assertThat(leaves).extracting(Leaf::index).containsExactly(0L, 1L);
    assertThat(leaves).extracting(l -> l.getEntry().subject()).containsExactly("case:A", "case:B");
    assertThat(leaves.get(0).content())
        .isEqualTo(EntryLeaf.of(leaves.get(0).getEntry(), leaves.get(0).salt()));
    assertThat(leaves.get(0).salt()).isNotEqualTo(leaves.get(1).salt());
  }

  @Test
  void theCheckpointIsSignedAndItsRootIsThatOfTheLeaves() {
    log.append(700);
    log.clock.sealAll();
    SealedHead head = log.head();
    SignedNote note = SignedNote.parse(head.note());
    assertThat(note.signedBy(log.keys.listVerifiers().getFirst())).isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.origin()).isEqualTo("example.org/journal");
    assertThat(checkpoint.size()).isEqualTo(700);
    List<byte[]> hashes =
        log.leaves().stream().map(leaf -> MerkleHash.leaf(leaf.content())).toList();
    assertThat(checkpoint.root()).isEqualTo(NaiveTree.root(hashes));
  }

  @Test
  void anEmptyJournalHasACheckpointToo() {
    assertThat(log.clock.sealAll()).isZero();
    assertThat(Checkpoint.parse(SignedNote.parse(log.head().note()).text()).root())
        .isEqualTo(MerkleHash.empty());
  }

  @Test
  void nothingOfAnEntryIsInItsLeaf() {
    log.append("case:A", Map.of("n", 1));
    log.append("case:A", Map.of("n", 1));
    log.clock.sealAll();
    List<Leaf> leaves = log.leaves();
    assertThat(leaves.get(0).content()).hasSize(32).isNotEqualTo(leaves.get(1).content());
    byte[] other = EntryLeaf.of(leaves.get(0).getEntry(), leaves.get(1).salt());
    assertThat(leaves.get(0).content()).isNotEqualTo(other);
  }

  /** The first writer has the smaller id and commits last. */
  @Test
  void anEntryWhoseTransactionEndsLateIsNotSkipped() throws SQLException {
    try (Connection slow = database().getConnection()) {
      slow.setAutoCommit(false);
      insert(slow, "case:SLOW");
      log.append("case:QUICK", Map.of());
      assertThat(log.clock.sealAll()).isEqualTo(1);
      log.append("case:QUICK2", Map.of());
      assertThat(log.clock.sealAll()).isEqualTo(1);
      assertThat(log.head().settled()).isLessThan(log.journal.newest());
      slow.commit();
    }
    assertThat(log.clock.sealAll()).isEqualTo(1);
    assertThat(log.leaves())
        .extracting(l -> l.getEntry().subject())
        .containsExactly("case:QUICK", "case:QUICK2", "case:SLOW");
    log.append("case:END", Map.of());
    log.clock.sealAll();
    assertThat(log.head().settled()).isEqualTo(log.journal.newest());
  }

  @Test
  void gapsOfTransactionsThatWereTakenBackDoNotHoldAnythingUp() throws SQLException {
    try (Connection lost = database().getConnection()) {
      lost.setAutoCommit(false);
      insert(lost, "case:LOST");
      lost.rollback();
    }
    log.append("case:A", Map.of());
    assertThat(log.clock.sealAll()).isEqualTo(1);
    assertThat(log.head().settled()).isEqualTo(log.journal.newest());
  }

  /** There is always somebody writing, so the table is never free; still it goes on. */
  @Test
  void overlappingWritersDoNotHoldBackWhatIsSettled() throws SQLException {
    try (Connection first = database().getConnection();
        Connection second = database().getConnection()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      insert(first, "case:1");
      log.clock.sealAll();
      insert(second, "case:2");
      first.commit();
      log.append("case:3", Map.of());
      assertThat(log.clock.sealAll()).isEqualTo(2);
      long one = id("case:1");
      assertThat(log.head().settled()).isGreaterThanOrEqualTo(one).isLessThan(id("case:3"));
      second.rollback();
    }
  }

  /** A sealing under way keeps nobody from writing; a writer under way keeps it from nothing. */
  @Test
  void whoSealsAndWhoWritesDoNotWaitForEachOther() {
    log.append(10);
    log.inTransaction(
        () -> {
          log.sealing.seal();
          var other = new LogBench(database());
          other.append("case:MEANWHILE", Map.of());
        });
    assertThat(log.clock.sealAll()).isEqualTo(1);
  }

  /** Writers commit and take back across each other while three instances seal. */
  @Test
  void severalInstancesSealEachEntryOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> writing = all(threads, 3, this::writeMany);
      List<Future<?>> sealing = all(threads, 3, n -> sealWhile(writing));
      for (Future<?> one : sealing) {
        one.get();
      }
    }
    log.clock.sealAll();
    List<Long> sealed = log.leaves().stream().map(Leaf::id).toList();
    assertThat(sealed).doesNotHaveDuplicates();
    assertThat(sealed)
        .hasSameElementsAs(jdbc().sql("select id from journal_entry").query(Long.class).list());
    assertThat(jdbc().sql("select count(*) from journal_log_key").query(Long.class).single())
        .isEqualTo(1);
    var check = CheckpointCheck.by(log.keys.listVerifiers());
    assertThat(new VerifyLog(log.store, check, (checked, all) -> {}).run(null).difference())
        .as("what was settled was settled")
        .isNull();
  }

  private static List<Future<?>> all(ExecutorService threads, int count, IntConsumer work) {
    return IntStream.range(0, count)
        .<Future<?>>mapToObj(n -> threads.submit(() -> work.accept(n)))
        .toList();
  }

  private void writeMany(int seed) {
    var chance = new Random(seed);
    for (int i = 0; i < 80; i++) {
      boolean takenBack = chance.nextInt(5) == 0;
      int lots = 1 + chance.nextInt(4);
      transaction()
          .executeWithoutResult(
              t -> {
                for (int lot = 0; lot < lots; lot++) {
                  log.journal.append(new NewEntry(LogBench.LIN, "case.moved", "case:X", Map.of()));
                  Thread.yield();
                }
                if (takenBack) {
                  t.setRollbackOnly();
                }
              });
    }
  }

  private void sealWhile(List<Future<?>> writing) {
    var instance = new LogBench(database());
    while (!writing.stream().allMatch(Future::isDone)) {
      instance.sealing.seal();
    }
  }

  @Test
  void nothingIsSignedOnTopOfTilesThatWereChanged() {
    log.append(300);
    log.clock.sealAll();
    log.tamper("update journal_tile set hashes = set_byte(hashes, 40, 7) where index = 1");
    log.append(1);
    assertThatExceptionOfType(LogRefusedException.class)
        .isThrownBy(log.clock::sealAll)
        .withMessageContaining("journal verify");
    assertThat(log.head().size()).isEqualTo(300);
  }

  @Test
  void theDatabaseRefusesToChangeTheLog() {
    log.append(300);
    log.clock.sealAll();
    for (String change :
        List.of(
            "update journal_leaf set salt = leaf",
            "delete from journal_leaf",
            "truncate journal_leaf",
            "update journal_tile set hashes = set_byte(hashes, 40, 7)",
            "delete from journal_tile",
            "update journal_checkpoint set note = ''",
            "delete from journal_checkpoint")) {
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> jdbc().sql(change).update())
          .withMessageContaining("append-only");
    }
  }

  private long id(String subject) {
    return jdbc()
        .sql("select id from journal_entry where subject = ?")
        .param(subject)
        .query(Long.class)
        .single();
  }

  private static void insert(Connection connection, String subject) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          insert into journal_entry (at, kind, subject, actor_kind, actor_zh, actor_en, facts)
          values (now(), 'case.moved', '%s', 'SYSTEM', '系统', 'System', '{}')
          """
              .formatted(subject));
    }
  }
}
