package org.yiwang.journal;

import java.util.HashMap;
import java.util.Map;

/** Hashes of the stored tiles, each tile read once; for one proof. */
final class StoredHashes implements LogTree.Hashes {
  private final LogStore store;
  private final Map<Long, Tile> read = new HashMap<>();

  StoredHashes(LogStore store) {
    this.store = store;
  }

  /**
   * @throws LogRefusedException if the tile is gone or too short
   */
  @Override
  public byte[] hash(int level, long place) {
    long index = place / Tile.WIDTH;
    Tile tile =
        read.computeIfAbsent(
            index << Tile.HEIGHT | level,
            key -> store.findTile(level, index).orElseGet(Tile::none));
    int within = (int) (place % Tile.WIDTH);
    if (tile.width() <= within) {
      throw new LogRefusedException(
          "树块 %d/%d 不见了或太短".formatted(level, index),
          "The tile %d/%d is gone or too short".formatted(level, index));
    }
    return tile.hash(within);
  }
}
