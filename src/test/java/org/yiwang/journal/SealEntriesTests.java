package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  @Test
  void severalInstancesSealEachEntryOnce() throws Exception {
    Set<Long> expected = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Future<?> writing = threads.submit(() -> writeMany());
      List<Future<?>> sealing =
          java.util.stream.IntStream.range(0, 3)
              .<Future<?>>mapToObj(i -> threads.submit(() -> sealWhile(writing)))
              .toList();
      for (Future<?> one : sealing) {
        one.get();
      }
    }
    log.clock.sealAll();
    List<Leaf> leaves = log.leaves();
    assertThat(leaves).hasSize(60 * 7);
    leaves.forEach(leaf -> expected.add(leaf.id()));
    assertThat(expected).hasSize(leaves.size());
    List<byte[]> hashes = leaves.stream().map(l -> MerkleHash.leaf(l.content())).toList();
    assertThat(log.head().root()).isEqualTo(NaiveTree.root(hashes));
    assertThat(jdbc().sql("select count(*) from journal_log_key").query(Long.class).single())
        .isEqualTo(1);
  }

  private void writeMany() {
    for (int i = 0; i < 60; i++) {
      log.append(7);
    }
  }

  private void sealWhile(Future<?> writing) {
    var instance = new LogBench(database());
    while (!writing.isDone()) {
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
