package org.yiwang.journal;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of the tree (默克尔树), by RFC 6962 section 2.1, worked out from its tiles. */
final class LogTree {
  /** Where hashes come from. */
  interface Hashes {
    /**
     * The hash at a place of a tile level.
     *
     * @throws IllegalStateException if there is none
     */
    byte[] hash(int level, long place);
  }

  private final Hashes hashes;

  LogTree(Hashes hashes) {
    this.hashes = hashes;
  }

  /** The root over the first {@code size} leaves. */
  byte[] root(long size) {
    return size == 0 ? MerkleHash.empty() : range(0, size);
  }

  /** Proves that a leaf stands at a place in the tree of that size; the leaf's sibling first. */
  List<byte[]> inclusion(long place, long size) {
    List<byte[]> proof = new ArrayList<>();
    path(place, 0, size, proof);
    return proof;
  }

  /** Proves that a tree of one size continues a smaller one. */
  List<byte[]> consistency(long smaller, long size) {
    List<byte[]> proof = new ArrayList<>();
    if (smaller > 0) {
      continued(smaller, 0, size, true, proof);
    }
    return proof;
  }

  private void path(long place, long from, long to, List<byte[]> proof) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (place < middle) {
      path(place, from, middle, proof);
      proof.add(range(middle, to));
    } else {
      path(place, middle, to, proof);
      proof.add(range(from, middle));
    }
  }

  private void continued(long smaller, long from, long to, boolean known, List<byte[]> proof) {
    if (smaller == to) {
      if (!known) {
        proof.add(range(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (smaller <= middle) {
      continued(smaller, from, middle, known, proof);
      proof.add(range(middle, to));
    } else {
      continued(smaller, middle, to, false, proof);
      proof.add(range(from, middle));
    }
  }

  /** The hash over leaves from (inclusive) to (exclusive), a subtree of the tree. */
  private byte[] range(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      return perfect(from, Long.numberOfTrailingZeros(count));
    }
    long middle = from + split(count);
    return MerkleHash.node(range(from, middle), range(middle, to));
  }

  private byte[] perfect(long from, int height) {
    int level = height / Tile.HEIGHT;
    return within(level, from >> (level * Tile.HEIGHT), 1 << (height % Tile.HEIGHT));
  }

  private byte[] within(int level, long place, int count) {
    if (count == 1) {
      return hashes.hash(level, place);
    }
    int half = count / 2;
    return MerkleHash.node(within(level, place, half), within(level, place + half, half));
  }

  /** The largest power of two that is smaller than the count. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}
