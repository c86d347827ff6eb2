package org.yiwang.journal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.journal.LogDifference.What;

/** Looks at single entries, leaves and tiles, and finds words for what is wrong with them. */
final class LogSuspicion {
  /** How many leaves after a wrong one are searched for the one it changed places with. */
  private static final int LOOK_AHEAD = 10_000;

  private final LogStore store;
  private @Nullable Tile tile;

  LogSuspicion(LogStore store) {
    this.store = store;
  }

  /**
   * Whether the entry is the one that was sealed.
   *
   * @param settled entries up to this id were in the log before this leaf
   */
  @Nullable LogDifference entry(Leaf leaf, long settled) {
    Entry entry = leaf.entry();
    if (entry == null) {
      return LogDifference.at(
          What.MISSING, leaf, "Entry %d was sealed and is gone".formatted(leaf.id()));
    }
    if (!Arrays.equals(EntryLeaf.of(entry, leaf.salt()), leaf.content())) {
      return swapped(leaf).orElseGet(() -> changed(leaf));
    }
    if (entry.id() <= settled) {
      return LogDifference.inserted(
          entry,
          leaf.index(),
          "Entry %d came into the log after everything up to entry %d was sealed"
              .formatted(entry.id(), settled));
    }
    return null;
  }

  private static LogDifference changed(Leaf leaf) {
    return LogDifference.at(
        What.CHANGED,
        leaf,
        "Entry %d says something else than when it was sealed".formatted(leaf.id()));
  }

  /** Whether what stands here now was sealed as another entry, which stands wrong too. */
  private Optional<LogDifference> swapped(Leaf here) {
    return store.listLeaves(here.index() + 1, here.index() + LOOK_AHEAD).stream()
        .filter(there -> there.entry() != null)
        .filter(there -> saysWhatWasSealed(here.getEntry(), there))
        .findFirst()
        .map(
            there ->
                LogDifference.at(
                    What.REORDERED,
                    here,
                    "Entry %d says what was sealed as entry %d: they have changed places"
                        .formatted(here.id(), there.id())));
  }

  private static boolean saysWhatWasSealed(Entry entry, Leaf leaf) {
    var moved =
        new Entry(
            leaf.id(), entry.at(), entry.actor(), entry.kind(), entry.subject(), entry.facts());
    return Arrays.equals(EntryLeaf.of(moved, leaf.salt()), leaf.content());
  }

  /** Whether the stored tile has this leaf where it belongs. */
  @Nullable LogDifference leaf(Leaf leaf) {
    byte[] hash = MerkleHash.leaf(leaf.content());
    Tile stored = tileOf(leaf.index());
    int place = (int) (leaf.index() % Tile.WIDTH);
    if (stored == null || stored.width() <= place) {
      return LogDifference.at(What.TILE, leaf, "The tile of this entry is gone or too short");
    }
    return Arrays.equals(stored.hash(place), hash) ? null : unlike(leaf, stored.hash(place));
  }

  private @Nullable Tile tileOf(long place) {
    long index = place / Tile.WIDTH;
    Tile kept = tile;
    if (kept == null || kept.index() != index || kept.width() <= place % Tile.WIDTH) {
      kept = store.findTile(0, index).orElse(null);
      tile = kept;
    }
    return kept;
  }

  /**
   * Entry and leaf agree, the tile does not. Whichever of both the signed root bears out is right.
   */
  private LogDifference unlike(Leaf leaf, byte[] stored) {
    List<Leaf> around = store.listLeaves(leaf.index() + 1, leaf.index() + LOOK_AHEAD);
    Optional<Leaf> other =
        around.stream()
            .filter(there -> Arrays.equals(MerkleHash.leaf(there.content()), stored))
            .findFirst();
    if (other.isPresent()) {
      return LogDifference.at(
          What.REORDERED,
          leaf,
          "The log has entry %d here, and entry %d elsewhere"
              .formatted(other.get().id(), leaf.id()));
    }
    return isSigned(leaf.index(), stored)
        ? LogDifference.at(
            What.CHANGED,
            leaf,
            "Entry %d and its leaf were both changed; the log has another leaf here"
                .formatted(leaf.id()))
        : LogDifference.at(
            What.TILE,
            leaf,
            "The stored tile has %s… where the leaf of entry %d belongs"
                .formatted(HexFormat.of().formatHex(stored, 0, 4), leaf.id()));
  }

  private boolean isSigned(long place, byte[] hash) {
    SealedHead head = store.findNewestHead().orElseThrow();
    try {
      List<byte[]> proof = new LogTree(new StoredHashes(store)).inclusion(place, head.size());
      return MerkleProofs.includes(head.head(), place, hash, proof);
    } catch (LogRefusedException incomplete) {
      return false;
    }
  }

  /** Whether these tiles are stored as they come out of the leaves. */
  @Nullable LogDifference tiles(List<Tile> tiles) {
    for (Tile made : tiles) {
      Tile stored = store.findTile(made.level(), made.index()).orElse(null);
      if (stored == null
          || stored.width() < made.width()
          || !Arrays.equals(stored.first(made.width()).hashes(), made.hashes())) {
        return LogDifference.inLog(
            What.TILE,
            (made.index() * Tile.WIDTH) << (made.level() * Tile.HEIGHT),
            "The stored tile %s is not the one over the leaves"
                .formatted(new TileAddress(made.level(), made.index(), made.width()).path()));
      }
    }
    return null;
  }
}
