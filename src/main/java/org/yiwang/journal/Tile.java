package org.yiwang.journal;

import java.util.Arrays;

/**
 * A stretch of up to 256 neighbouring hashes of the tree (瓦片), as C2SP tlog-tiles cuts it.
 *
 * @param level 0 holds the leaves' hashes; each higher level the hashes of full tiles below
 * @param index place within the level, from 0
 * @param hashes one after the other, 32 bytes each
 */
record Tile(int level, long index, byte[] hashes) {
  /** Hashes in a full tile. */
  static final int WIDTH = 256;

  /** Levels of the tree within one tile. */
  static final int HEIGHT = 8;

  /** Stands for a tile that is not there. */
  static Tile none() {
    return new Tile(0, 0, new byte[0]);
  }

  int width() {
    return hashes.length / MerkleHash.BYTES;
  }

  boolean full() {
    return width() == WIDTH;
  }

  byte[] hash(int place) {
    return Arrays.copyOfRange(hashes, place * MerkleHash.BYTES, (place + 1) * MerkleHash.BYTES);
  }

  /** The same tile as it was when it had fewer hashes. */
  Tile first(int count) {
    return new Tile(level, index, Arrays.copyOf(hashes, count * MerkleHash.BYTES));
  }

  /** The root over all hashes of a full tile. */
  byte[] root() {
    return root(0, WIDTH);
  }

  /** The root over some hashes; their number is a power of two. */
  byte[] root(int from, int count) {
    if (count == 1) {
      return hash(from);
    }
    int half = count / 2;
    return MerkleHash.node(root(from, half), root(from + half, half));
  }

  /** How many hashes this tile has in a tree of that size. */
  static int widthIn(long size, int level, long index) {
    long inLevel = level * HEIGHT >= Long.SIZE - 1 ? 0 : size >> (level * HEIGHT);
    long left = index > Long.MAX_VALUE / WIDTH ? 0 : inLevel - index * WIDTH;
    return (int) Math.clamp(left, 0, WIDTH);
  }
}
