package org.yiwang.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiles in memory, kept as the database keeps them. */
final class TileShelf {
  private final Map<String, Tile> tiles = new HashMap<>();

  /** A shelf with the tree of these leaves, added in several goes. */
  static TileShelf of(List<byte[]> leafHashes, int step) {
    var shelf = new TileShelf();
    for (int from = 0; from < leafHashes.size(); from += step) {
      GrowingTree tree = GrowingTree.at(from, shelf::find);
      leafHashes.subList(from, Math.min(from + step, leafHashes.size())).forEach(tree::append);
      shelf.save(tree);
    }
    return shelf;
  }

  void save(GrowingTree tree) {
    tree.takeFinished().forEach(this::put);
    tree.unfinished().forEach(this::put);
  }

  private void put(Tile tile) {
    tiles.put(tile.level() + "/" + tile.index(), tile);
  }

  Optional<Tile> find(int level, long index) {
    return Optional.ofNullable(tiles.get(level + "/" + index));
  }

  byte[] hash(int level, long place) {
    return find(level, place / Tile.WIDTH).orElseThrow().hash((int) (place % Tile.WIDTH));
  }

  LogTree tree() {
    return new LogTree(this::hash);
  }
}
