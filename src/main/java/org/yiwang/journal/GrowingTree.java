package org.yiwang.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right edge of the tree while leaves are added (生长中的树): one unfinished tile a level, which is
 * all that is needed to go on and to know the root.
 */
final class GrowingTree {
  /** Finds what is stored of a tile. */
  interface Stored {
    Optional<Tile> find(int level, long index);
  }

  private final List<Edge> edges = new ArrayList<>();
  private final List<Tile> finished = new ArrayList<>();
  private long size;

  /**
   * The tree of the first {@code size} leaves.
   *
   * @throws LogRefusedException if a tile it needs is missing or too short
   */
  static GrowingTree at(long size, Stored stored) {
    var tree = new GrowingTree();
    tree.size = size;
    for (int level = 0; size >> (level * Tile.HEIGHT) > 0; level++) {
      long inLevel = size >> (level * Tile.HEIGHT);
      Edge edge = tree.edge(level);
      edge.index = inLevel / Tile.WIDTH;
      edge.width = (int) (inLevel % Tile.WIDTH);
      if (edge.width > 0) {
        edge.load(stored.find(level, edge.index));
      }
    }
    return tree;
  }

  long size() {
    return size;
  }

  void append(byte[] leafHash) {
    size++;
    byte[] hash = leafHash;
    for (int level = 0; ; level++) {
      Edge edge = edge(level);
      edge.add(hash);
      if (edge.width < Tile.WIDTH) {
        return;
      }
      Tile full = edge.tile();
      finished.add(full);
      hash = full.root();
      edge.next();
    }
  }

  /** Tiles that became full since this was last asked, lowest level first within a leaf. */
  List<Tile> takeFinished() {
    List<Tile> taken = List.copyOf(finished);
    finished.clear();
    return taken;
  }

  /** The unfinished tiles, one a level at most. */
  List<Tile> unfinished() {
    return edges.stream().filter(edge -> edge.width > 0).map(Edge::tile).toList();
  }

  byte[] root() {
    byte[] root = null;
    for (Edge edge : edges) {
      root = edge.joined(root);
    }
    return root == null ? MerkleHash.empty() : root;
  }

  private Edge edge(int level) {
    while (edges.size() <= level) {
      edges.add(new Edge(edges.size()));
    }
    return edges.get(level);
  }

  private static final class Edge {
    private final int level;
    private final byte[] hashes = new byte[Tile.WIDTH * MerkleHash.BYTES];
    private long index;
    private int width;

    Edge(int level) {
      this.level = level;
    }

    void load(Optional<Tile> stored) {
      Tile tile =
          stored
              .filter(found -> found.width() >= width)
              .orElseThrow(
                  () ->
                      new LogRefusedException(
                          "树块 %d/%d 不见了或太短".formatted(level, index),
                          "The tile %d/%d is missing or too short".formatted(level, index)));
      System.arraycopy(tile.hashes(), 0, hashes, 0, width * MerkleHash.BYTES);
    }

    void add(byte[] hash) {
      System.arraycopy(hash, 0, hashes, width * MerkleHash.BYTES, MerkleHash.BYTES);
      width++;
    }

    void next() {
      index++;
      width = 0;
    }

    Tile tile() {
      return new Tile(level, index, Arrays.copyOf(hashes, width * MerkleHash.BYTES));
    }

    /** Joins the perfect subtrees of this tile, from right to left, to what stands right of it. */
    byte @Nullable [] joined(byte @Nullable [] right) {
      byte[] root = right;
      Tile tile = tile();
      for (int height = 0; height < Tile.HEIGHT; height++) {
        if ((width >> height & 1) == 1) {
          byte[] left = tile.root(width >> (height + 1) << (height + 1), 1 << height);
          root = root == null ? left : MerkleHash.node(left, root);
        }
      }
      return root;
    }
  }
}
