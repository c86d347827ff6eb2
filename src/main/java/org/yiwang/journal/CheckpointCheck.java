package org.yiwang.journal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.journal.LogDifference.What;

/**
 * Checks checkpoints (检查点核验): text, root, signature; and that one which somebody kept elsewhere is
 * still what the log says of that size.
 */
final class CheckpointCheck {
  private final List<VerifierKey> keys;
  private final @Nullable Checkpoint kept;
  private boolean met;

  private CheckpointCheck(List<VerifierKey> keys, @Nullable Checkpoint kept) {
    this.keys = keys;
    this.kept = kept;
    this.met = kept == null;
  }

  static CheckpointCheck by(List<VerifierKey> keys) {
    return new CheckpointCheck(keys, null);
  }

  /**
   * @param note a checkpoint that was fetched earlier
   * @throws LogRefusedException if none of the keys signed it
   */
  static CheckpointCheck by(List<VerifierKey> keys, String note) {
    SignedNote signed = SignedNote.parse(note);
    if (keys.stream().noneMatch(signed::signedBy)) {
      throw new LogRefusedException(
          "另行保存的检查点不是用本日志的密钥签的", "The checkpoint that was kept is not signed by this log's key");
    }
    return new CheckpointCheck(keys, Checkpoint.parse(signed.text()));
  }

  /**
   * @param root over the leaves, made anew
   */
  @Nullable LogDifference check(SealedHead head, byte[] root) {
    if (kept != null && kept.size() == head.size()) {
      met = true;
      if (!Arrays.equals(kept.root(), root)) {
        return wrong(head, "does not have the root of the one that was kept");
      }
    }
    if (!Arrays.equals(head.root(), root)) {
      return wrong(head, "has another root than the leaves give");
    }
    try {
      SignedNote note = SignedNote.parse(head.note());
      if (keys.stream().noneMatch(note::signedBy)) {
        return wrong(head, "is not signed by the log's key");
      }
      Checkpoint signed = Checkpoint.parse(note.text());
      return signed.size() == head.size() && Arrays.equals(signed.root(), root)
          ? null
          : wrong(head, "was signed over another tree");
    } catch (LogRefusedException malformed) {
      return wrong(head, "cannot be read");
    }
  }

  /** The log has forgotten a checkpoint that it once gave out. */
  @Nullable LogDifference unmet(SealedHead newest) {
    Checkpoint before = kept;
    return met || before == null
        ? null
        : LogDifference.inLog(
            What.CHECKPOINT,
            before.size(),
            "The log, now of size %,d, has no checkpoint of size %,d as the one that was kept"
                .formatted(newest.size(), before.size()));
  }

  private static LogDifference wrong(SealedHead head, String how) {
    return LogDifference.inLog(
        What.CHECKPOINT, head.size(), "The checkpoint of size %,d %s".formatted(head.size(), how));
  }
}
