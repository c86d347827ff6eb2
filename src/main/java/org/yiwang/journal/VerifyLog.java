package org.yiwang.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.journal.LogDifference.What;

/**
 * One check of database against log (核验): goes through the leaves in their order, makes everything
 * anew (entry, salted hash, leaf, tiles, roots, signatures) and stops at the first difference.
 */
final class VerifyLog {
  private static final int STEP = 4096;

  private final LogStore store;
  private final LogSuspicion suspicion;
  private final CheckpointCheck checkpoints;
  private final Progress progress;
  private final Deque<SealedHead> heads = new ArrayDeque<>();
  private long settled;
  private long checked;
  private long roots;

  /** Told how far the check is. */
  interface Progress {
    void at(long checked, long all);
  }

  /** What was checked, and the first difference if there is one. */
  record Outcome(
      long entries, long checkpoints, SealedHead newest, @Nullable LogDifference difference) {}

  VerifyLog(LogStore store, CheckpointCheck checkpoints, Progress progress) {
    this.store = store;
    this.suspicion = new LogSuspicion(store);
    this.checkpoints = checkpoints;
    this.progress = progress;
  }

  /**
   * Checks from an entry on, or all.
   *
   * @param from id of an entry; what was sealed before it is taken as stored
   * @throws LogRefusedException if there is no log, or no such entry in it
   */
  Outcome run(@Nullable Long from) {
    SealedHead newest =
        store
            .findNewestHead()
            .orElseThrow(() -> new LogRefusedException("还没有封存任何记录", "Nothing has been sealed yet"));
    long start = from == null ? 0 : placeOf(from);
    LogDifference found = start == 0 ? checkEmpty() : null;
    if (found == null) {
      found = walk(start, newest);
    }
    return new Outcome(checked, roots, newest, found != null ? found : atTheEnd(newest));
  }

  private long placeOf(long entry) {
    Leaf leaf =
        store
            .findLeafOf(entry)
            .orElseThrow(
                () ->
                    new LogRefusedException(
                        "第 %d 条记录没有封存".formatted(entry),
                        "Entry %d is not sealed".formatted(entry)));
    return leaf.index() / Tile.WIDTH * Tile.WIDTH;
  }

  private @Nullable LogDifference walk(long start, SealedHead newest) {
    GrowingTree tree = GrowingTree.at(start, store::findTile);
    settled = store.settledAt(start);
    while (tree.size() < newest.size()) {
      long from = tree.size();
      long to = Math.min(newest.size(), from + STEP);
      List<Leaf> leaves = store.listLeaves(from, to);
      LogDifference found = walk(tree, leaves, to);
      if (found != null) {
        return found;
      }
      progress.at(tree.size() - start, newest.size() - start);
    }
    return suspicion.tiles(tree.unfinished());
  }

  private @Nullable LogDifference walk(GrowingTree tree, List<Leaf> leaves, long to) {
    for (Leaf leaf : leaves) {
      LogDifference found = check(tree, leaf);
      if (found != null) {
        return found;
      }
    }
    return tree.size() == to ? null : noLeaf(tree.size());
  }

  private @Nullable LogDifference check(GrowingTree tree, Leaf leaf) {
    if (leaf.index() != tree.size()) {
      return noLeaf(tree.size());
    }
    LogDifference found = suspicion.entry(leaf, settled);
    if (found != null) {
      return found;
    }
    tree.append(MerkleHash.leaf(leaf.content()));
    checked++;
    found = suspicion.leaf(leaf);
    if (found == null) {
      found = suspicion.tiles(tree.takeFinished());
    }
    return found != null ? found : checkRoot(tree);
  }

  private static LogDifference noLeaf(long place) {
    return LogDifference.inLog(What.MISSING, place, "The log's leaf %,d is gone".formatted(place));
  }

  private @Nullable LogDifference checkRoot(GrowingTree tree) {
    SealedHead next = head(tree.size());
    if (next == null || next.size() != tree.size()) {
      return null;
    }
    heads.remove();
    roots++;
    settled = Math.max(settled, next.settled());
    return checkpoints.check(next, tree.root());
  }

  /** The first checkpoint that is not smaller. */
  private @Nullable SealedHead head(long size) {
    while (!heads.isEmpty() && heads.peek().size() < size) {
      heads.remove();
    }
    if (heads.isEmpty()) {
      heads.addAll(store.listHeads(size - 1, STEP));
    }
    return heads.peek();
  }

  private @Nullable LogDifference checkEmpty() {
    SealedHead first = head(0);
    if (first == null || first.size() != 0) {
      return LogDifference.inLog(What.CHECKPOINT, 0L, "The log's first checkpoint is gone");
    }
    roots++;
    heads.remove();
    return checkpoints.check(first, MerkleHash.empty());
  }

  private @Nullable LogDifference atTheEnd(SealedHead newest) {
    List<Leaf> beyond = store.listLeaves(newest.size(), Long.MAX_VALUE);
    if (!beyond.isEmpty() && store.findNewestHead().orElseThrow().size() == newest.size()) {
      return LogDifference.at(
          What.INSERTED, beyond.getFirst(), "This leaf stands beyond the newest checkpoint");
    }
    List<Entry> unsealed = store.listUnsealed(Long.MIN_VALUE, 1);
    if (!unsealed.isEmpty() && unsealed.getFirst().id() <= newest.settled()) {
      Entry first = unsealed.getFirst();
      return LogDifference.inserted(
          first,
          null,
          "Entry %d was not there when everything up to entry %d was sealed"
              .formatted(first.id(), newest.settled()));
    }
    return checkpoints.unmet(newest);
  }
}
