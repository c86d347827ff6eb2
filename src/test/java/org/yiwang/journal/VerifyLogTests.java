package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.DatabaseTest;
import org.yiwang.journal.LogDifference.What;

/** Whoever changes the database behind the program's back is found out, with the entry's name. */
class VerifyLogTests extends DatabaseTest {
  private LogBench log;

  /** 300, then 2, then 498 entries; their subjects are case:0, case:1, … in each lot. */
  @BeforeEach
  void sealed() {
    log = new LogBench(database());
    log.tamper(
        "delete from journal_entry",
        "delete from journal_leaf",
        "delete from journal_tile",
        "delete from journal_checkpoint");
    jdbc().sql("delete from journal_log_key").update();
    for (int count : List.of(300, 2, 498)) {
      log.append(count);
      log.clock.sealAll();
    }
  }

  private VerifyLog.Outcome verify() {
    return verify(null, CheckpointCheck.by(log.keys.listVerifiers()));
  }

  private VerifyLog.Outcome verify(@Nullable Long from, CheckpointCheck checkpoints) {
    return new VerifyLog(log.store, checkpoints, (checked, all) -> {}).run(from);
  }

  private LogDifference difference() {
    return Objects.requireNonNull(verify().difference());
  }

  /** The id of the entry at a place of the log. */
  private long entry(int place) {
    return log.store.listLeaves(place, place + 1).getFirst().id();
  }

  private void assertNames(LogDifference found, What what, int place, String subject) {
    assertThat(found.what()).isEqualTo(what);
    assertThat(found.place()).isEqualTo(place);
    assertThat(found.entry()).isEqualTo(entry(place));
    assertThat(found.kind()).isEqualTo("case.moved");
    assertThat(found.subject()).isEqualTo(subject);
    assertThat(found.says()).contains(String.valueOf(entry(place)));
  }

  @Test
  void whatNobodyTouchedAgrees() {
    VerifyLog.Outcome outcome = verify();
    assertThat(outcome.difference()).isNull();
    assertThat(outcome.entries()).isEqualTo(800);
    assertThat(outcome.checkpoints()).isEqualTo(4);
    assertThat(outcome.newest().size()).isEqualTo(800);
  }

  @Test
  void entriesThatAreNotSealedYetAreNoDifference() {
    log.append(5);
    assertThat(verify().difference()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facts = '{\"n\": 78}'",
        "facts = '{\"n\": 77, \"more\": null}'",
        "facts = '{\"n\": 77.00000000000000000001}'",
        "at = at + interval '1 microsecond'",
        "kind = 'case.closed'",
        "subject = 'case:OTHER'",
        "actor_account = null",
        "actor_account = 'leader'",
        "actor_kind = 'SYSTEM'",
        "actor_zh = '王五'",
        "actor_en = 'Wang Wu'"
      })
  void everythingThatAnEntrySaysIsSealed(String change) {
    log.tamper("update journal_entry set %s where id = %d".formatted(change, entry(77)));
    LogDifference found = difference();
    assertThat(found.what()).isEqualTo(What.CHANGED);
    assertThat(found.entry()).isEqualTo(entry(77));
    assertThat(found.place()).isEqualTo(77);
    assertThat(verify().entries()).isEqualTo(77);
  }

  /** Written otherwise, but the same number. */
  @Test
  void whatMeansTheSameIsNoChange() {
    log.tamper(
        "update journal_entry set facts = '{\"n\": 77.0}' where id = %d".formatted(entry(77)));
    assertThat(verify().difference()).isNull();
  }

  @Test
  void anEntryThatIsGoneIsNamed() {
    long gone = entry(301);
    log.tamper("delete from journal_entry where id = " + gone);
    LogDifference found = difference();
    assertThat(found.what()).isEqualTo(What.MISSING);
    assertThat(found.entry()).isEqualTo(gone);
    assertThat(found.place()).isEqualTo(301);
  }

  @Test
  void anEntryThatIsGoneWithItsLeafLeavesAHole() {
    log.tamper(
        "delete from journal_entry where id = " + entry(301),
        "delete from journal_leaf where index = 301");
    LogDifference found = difference();
    assertThat(found.what()).isEqualTo(What.MISSING);
    assertThat(found.place()).isEqualTo(301);
  }

  @Test
  void anEntryThatWasPutInLaterIsNamed() {
    long id = entry(10) - 1_000;
    insert(id);
    LogDifference found = difference();
    assertThat(found.what()).isEqualTo(What.INSERTED);
    assertThat(found.entry()).isEqualTo(id);
    assertThat(found.subject()).isEqualTo("case:INSERTED");
    log.append(1);
    log.clock.sealAll();
    assertThat(difference().entry()).as("the program does not seal it").isEqualTo(id);
  }

  @Test
  void anEntryThatWasPutInWithALeafOfItsOwnIsNamed() {
    long id = entry(10) - 1_000;
    insert(id);
    log.tamper("update journal_checkpoint set settled = 0 where size = 800");
    log.append(1);
    log.inTransaction(
        () -> {
          Entry entry = log.store.findEntry(id).orElseThrow();
          byte[] salt = new byte[32];
          byte[] content = EntryLeaf.of(entry, salt);
          GrowingTree tree = GrowingTree.at(800, log.store::findTile);
          tree.append(MerkleHash.leaf(content));
          log.store.addLeaves(List.of(new Leaf(800, id, salt, content, entry)));
          log.store.saveTiles(tree.unfinished());
          SignerKey key = log.keys.signers(LogBench.NOW).getFirst();
          String text = new Checkpoint(key.verifier().name(), 801, tree.root()).text();
          String note = SignedNote.write(text, List.of(key));
          log.store.addHead(new SealedHead(801, tree.root(), LogBench.NOW, 0, note));
        });
    assertNames(difference(), What.INSERTED, 800, "case:INSERTED");
  }

  @Test
  void twoEntriesThatSayWhatTheOtherSaidHaveChangedPlaces() {
    long one = entry(40);
    long other = entry(700);
    log.tamper(
        """
        update journal_entry a set kind = b.kind, subject = b.subject, facts = b.facts, at = b.at
          from journal_entry b where (a.id, b.id) in ((%1$d, %2$d), (%2$d, %1$d))
        """
            .formatted(one, other));
    LogDifference found = difference();
    assertNames(found, What.REORDERED, 40, "case:398");
    assertThat(found.says()).contains(String.valueOf(other));
  }

  @Test
  void leavesThatHaveChangedPlacesAreNamed() {
    log.tamper(
        "update journal_leaf set index = 100000 where index = 5",
        "update journal_leaf set index = 5 where index = 9",
        "update journal_leaf set index = 9 where index = 100000");
    LogDifference found = difference();
    assertThat(found.what()).isEqualTo(What.REORDERED);
    assertThat(found.place()).isEqualTo(5);
  }

  /** Entry and leaf were made to agree; the signed tree tells that they are new. */
  @Test
  void anEntryThatWasChangedWithItsLeafIsNamed() {
    long id = entry(77);
    log.tamper("update journal_entry set facts = '{\"n\": 78}' where id = " + id);
    Leaf leaf = log.store.findLeafOf(id).orElseThrow();
    byte[] content = EntryLeaf.of(leaf.getEntry(), leaf.salt());
    String hex = java.util.HexFormat.of().formatHex(content);
    log.tamper("update journal_leaf set leaf = '\\x%s' where index = 77".formatted(hex));
    assertNames(difference(), What.CHANGED, 77, "case:77");
  }

  @Test
  void aTileThatWasEditedIsNamed() {
    log.tamper(
        "update journal_tile set hashes = set_byte(hashes, 77 * 32, get_byte(hashes, 77 * 32) # 1)"
            + " where level = 0 and index = 0");
    assertNames(difference(), What.TILE, 77, "case:77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from journal_tile where level = 0 and index = 1",
        "update journal_tile set hashes = set_byte(hashes, 0, 255 - get_byte(hashes, 0)) where level = 1",
        "delete from journal_tile where level = 1",
        "update journal_tile set hashes = substring(hashes for 64) where level = 1"
      })
  void theStoredTreeIsCheckedToo(String change) {
    log.tamper(change);
    assertThat(difference().what()).isEqualTo(What.TILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_checkpoint set root = sha256(root) where size = 302",
        "update journal_checkpoint set note = replace(note, E'\\n302\\n', E'\\n303\\n') where size = 302",
        "update journal_checkpoint set note = 'x' where size = 302",
        "update journal_checkpoint set note = (select note from journal_checkpoint where size = 300)"
            + " where size = 302",
        "update journal_checkpoint set size = 301 where size = 302"
      })
  void aCheckpointThatWasEditedIsNamed(String change) {
    log.tamper(change);
    LogDifference found = difference();
    assertThat(found.what()).isEqualTo(What.CHECKPOINT);
    assertThat(found.place()).isBetween(301L, 302L);
  }

  @Test
  void aCheckpointOfAnotherKeyIsNamed() {
    String text = SignedNote.parse(log.head().note()).text();
    String forged = SignedNote.write(text, List.of(SignerKey.fresh("example.org/journal")));
    log.tamper("update journal_checkpoint set note = '%s' where size = 800".formatted(forged));
    assertThat(difference().what()).isEqualTo(What.CHECKPOINT);
    assertThat(difference().says()).contains("not signed");
  }

  @Test
  void aLogThatWasCutShortIsFoundOutByACheckpointKeptElsewhere() {
    String kept = log.head().note();
    log.tamper(
        "delete from journal_entry where id >= " + entry(302),
        "delete from journal_checkpoint where size > 302",
        "delete from journal_leaf where index >= 302",
        "delete from journal_tile where level = 0 and index > 1",
        "update journal_tile set hashes = substring(hashes for 46 * 32) where level = 0 and index = 1",
        "update journal_tile set hashes = substring(hashes for 32) where level = 1");
    assertThat(verify().difference()).as("nothing in the database tells").isNull();
    var check = CheckpointCheck.by(log.keys.listVerifiers(), kept);
    LogDifference found = Objects.requireNonNull(verify(null, check).difference());
    assertThat(found.says()).contains("no checkpoint of size 800");
  }

  @Test
  void aLogThatWasMadeAnewIsFoundOutByACheckpointKeptElsewhere() {
    String kept = log.head().note();
    log.tamper(
        "update journal_entry set facts = '{\"n\": 0}' where id = " + entry(77),
        "delete from journal_checkpoint",
        "delete from journal_leaf",
        "delete from journal_tile");
    log.clock.sealAll();
    assertThat(log.head().size()).isEqualTo(800);
    assertThat(verify().difference()).as("nothing in the database tells").isNull();
    var check = CheckpointCheck.by(log.keys.listVerifiers(), kept);
    LogDifference found = Objects.requireNonNull(verify(null, check).difference());
    assertThat(found.says()).contains("the one that was kept");
  }

  @Test
  void aKeptCheckpointThatStillFitsIsNoDifference() {
    String kept = log.store.listHeads(299, 1).getFirst().note();
    var check = CheckpointCheck.by(log.keys.listVerifiers(), kept);
    assertThat(verify(null, check).difference()).isNull();
    var other = List.of(SignerKey.fresh("example.org/journal").verifier());
    assertThatExceptionOfType(LogRefusedException.class)
        .isThrownBy(() -> CheckpointCheck.by(other, kept));
  }

  @Test
  void aCheckMayBeginLater() {
    log.tamper(
        "update journal_entry set kind = 'x' where id in (%d, %d)".formatted(entry(7), entry(777)));
    var check = CheckpointCheck.by(log.keys.listVerifiers());
    VerifyLog.Outcome outcome = verify(entry(600), check);
    assertThat(Objects.requireNonNull(outcome.difference()).place()).isEqualTo(777);
    assertThat(outcome.entries()).isEqualTo(777 - 512);
    assertThatExceptionOfType(LogRefusedException.class).isThrownBy(() -> verify(-1L, check));
  }

  private void insert(long id) {
    jdbc()
        .sql(
            """
            insert into journal_entry (id, at, kind, subject, actor_kind, actor_zh, actor_en, facts)
            overriding system value
            values (?, '2026-11-23T01:00:00Z', 'case.moved', 'case:INSERTED', 'SYSTEM', '系统', 'System', '{}')
            """)
        .param(id)
        .update();
  }
}
