package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.DatabaseTest;
import org.yiwang.calendar.DistrictTime;

/** A new key for the log: who knows only the old one goes on checking, and nothing old breaks. */
class RotateLogKeyTests extends DatabaseTest {
  private static final Duration OVERLAP = Duration.ofDays(30);
  private static final Instant LATER = LogBench.NOW.plus(OVERLAP).plusSeconds(1);
  private LogBench log;

  @BeforeEach
  void aLogThatHasBegun() {
    log = new LogBench(database());
    log.tamper(
        "delete from journal_entry",
        "delete from journal_leaf",
        "delete from journal_tile",
        "delete from journal_checkpoint");
    jdbc().sql("delete from journal_log_key").update();
    log.append(3);
    log.clock.sealAll();
  }

  private LogKeys.Rotated rotate(Duration overlap) {
    var time = new DistrictTime(() -> LogBench.NOW, ZoneId.of("Asia/Shanghai"));
    RotateLogKey rotating = new RotateLogKey(log.keys, log.journal, jdbc(), time);
    LogKeys.Rotated[] rotated = new LogKeys.Rotated[1];
    log.inTransaction(() -> rotated[0] = rotating.rotate(overlap));
    return rotated[0];
  }

  @Test
  void bothKeysSignWhileTheChangeLasts() {
    SignedNote before = SignedNote.parse(log.head().note());
    LogKeys.Rotated rotated = rotate(OVERLAP);
    assertThat(log.clock.sealAll()).as("the change is an entry of its own").isEqualTo(1);
    SignedNote after = SignedNote.parse(log.head().note());

    assertThat(before.signedBy(rotated.former())).isTrue();
    assertThat(before.signedBy(rotated.now())).isFalse();
    assertThat(after.signedBy(rotated.former())).as("who knows only the former key").isTrue();
    assertThat(after.signedBy(rotated.now())).isTrue();
    assertThat(after.lines()).hasSize(2);
    assertThat(log.keys.signers(LATER))
        .extracting(key -> key.verifier().words())
        .containsExactly(rotated.now().words());
  }

  @Test
  void aKeyThatOthersMayKnowSignsNothingMore() {
    LogKeys.Rotated rotated = rotate(Duration.ZERO);
    log.clock.sealAll();
    SignedNote after = SignedNote.parse(log.head().note());
    assertThat(after.signedBy(rotated.former())).isFalse();
    assertThat(after.signedBy(rotated.now())).isTrue();
  }

  @Test
  void oldAndNewCheckpointsAreVerifiedTogether() {
    rotate(OVERLAP);
    log.append(2);
    log.clock.sealAll();
    rotate(OVERLAP);
    log.append(2);
    log.clock.sealAll();
    List<VerifierKey> keys = log.keys.listVerifiers();
    assertThat(keys).hasSize(3).extracting(VerifierKey::name).containsOnly("example.org/journal");
    assertThat(verified(keys)).isNull();
    assertThat(SignedNote.parse(log.head().note()).lines()).hasSize(3);
    assertThat(verified(List.of(keys.getLast())))
        .as("the first key alone still checks all of them")
        .isNull();
    assertThat(verified(List.of(keys.getFirst()))).as("the newest alone does not").isNotNull();
  }

  private @org.jspecify.annotations.Nullable LogDifference verified(List<VerifierKey> keys) {
    var check = CheckpointCheck.by(keys);
    return new VerifyLog(log.store, check, (checked, all) -> {}).run(null).difference();
  }

  @Test
  void theChangeIsWrittenDown() {
    LogKeys.Rotated rotated = rotate(OVERLAP);
    Entry entry = log.journal.list("journal:keys").getFirst();
    assertThat(entry.kind()).isEqualTo("journal.key-rotated");
    assertThat(entry.facts().toString()).contains(rotated.former().words(), rotated.now().words());
  }

  @Test
  void aLogThatHasNotBegunHasNoKeyToReplace() {
    log.tamper("delete from journal_checkpoint");
    jdbc().sql("delete from journal_log_key").update();
    assertThatExceptionOfType(LogRefusedException.class).isThrownBy(() -> rotate(OVERLAP));
  }

  /** In an empty database the kept keys only check; the log that begins there has another. */
  @Test
  void keysPutBackIntoAnEmptyDatabaseDoNotSignASecondHistory() {
    SignedNote old = SignedNote.parse(log.head().note());
    var kept =
        new KeptLogKeys(
            jdbc(), log.keys, new DistrictTime(() -> LogBench.NOW, ZoneId.of("Asia/Shanghai")));
    List<Map<String, String>> rows = kept.take();
    log.tamper(
        "delete from journal_leaf", "delete from journal_tile", "delete from journal_checkpoint");
    jdbc().sql("delete from journal_log_key").update();

    log.inTransaction(() -> assertThat(kept.put(rows)).isEqualTo(1));
    log.inTransaction(() -> assertThat(kept.put(rows)).as("once more").isZero());

    log.clock.sealAll();
    SignedNote begun = SignedNote.parse(log.head().note());
    List<VerifierKey> keys = log.keys.listVerifiers();
    assertThat(keys).hasSize(2);
    assertThat(old.signedBy(keys.getLast())).isTrue();
    assertThat(begun.signedBy(keys.getLast())).isFalse();
    assertThat(begun.signedBy(keys.getFirst())).isTrue();
  }

  /** Not even where a log has begun meanwhile. */
  @Test
  void keysPutBackBesideAnotherLogDoNotSignIt() {
    var kept =
        new KeptLogKeys(
            jdbc(), log.keys, new DistrictTime(() -> LogBench.NOW, ZoneId.of("Asia/Shanghai")));
    List<Map<String, String>> rows = kept.take();
    jdbc().sql("delete from journal_log_key").update();
    log.append(1);
    log.clock.sealAll();
    log.inTransaction(() -> kept.put(rows));
    log.append(1);
    log.clock.sealAll();
    SignedNote begun = SignedNote.parse(log.head().note());
    assertThat(begun.lines()).hasSize(1);
    assertThat(begun.signedBy(VerifierKeys.of(rows.getFirst()))).isFalse();
  }

  /** The public half of a row of a backup. */
  private static final class VerifierKeys {
    static VerifierKey of(Map<String, String> row) {
      return new VerifierKey(
          java.util.Objects.requireNonNull(row.get("name")),
          java.util.Base64.getDecoder().decode(row.get("public")));
    }
  }
}
