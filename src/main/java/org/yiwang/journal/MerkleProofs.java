package org.yiwang.journal;

import java.security.MessageDigest;
import java.util.List;

/** Checks proofs (证明校验) as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say. */
final class MerkleProofs {
  private MerkleProofs() {}

  /** A tree as somebody claims it is. */
  record Head(long size, byte[] root) {}

  /** Whether a leaf with this hash stands at that place of the tree. */
  static boolean includes(Head tree, long place, byte[] leafHash, List<byte[]> proof) {
    if (place < 0 || place >= tree.size() || leafHash.length != MerkleHash.BYTES) {
      return false;
    }
    var way = new Way(place, tree.size() - 1);
    byte[] root = leafHash;
    for (byte[] sibling : proof) {
      if (way.ended()) {
        return false;
      }
      root = way.fromLeft() ? MerkleHash.node(sibling, root) : MerkleHash.node(root, sibling);
      way.up();
    }
    return way.ended() && same(root, tree.root());
  }

  /**
   * Whether one tree holds the smaller one unchanged as its beginning. False for a smaller one
   * without leaves: every tree continues it, which proves nothing.
   */
  static boolean continues(Head smaller, Head tree, List<byte[]> proof) {
    if (smaller.size() < 1 || smaller.size() > tree.size()) {
      return false;
    }
    if (smaller.size() == tree.size()) {
      return proof.isEmpty() && same(smaller.root(), tree.root());
    }
    boolean whole = Long.bitCount(smaller.size()) == 1;
    if (!whole && proof.isEmpty()) {
      return false;
    }
    byte[] start = whole ? smaller.root() : proof.getFirst();
    return climbs(smaller, tree, start, whole ? proof : proof.subList(1, proof.size()));
  }

  private static boolean climbs(Head smaller, Head tree, byte[] start, List<byte[]> proof) {
    var way = new Way(smaller.size() - 1, tree.size() - 1);
    way.skipLeft();
    byte[] before = start;
    byte[] after = start;
    for (byte[] sibling : proof) {
      if (way.ended()) {
        return false;
      }
      if (way.fromLeft()) {
        before = MerkleHash.node(sibling, before);
        after = MerkleHash.node(sibling, after);
      } else {
        after = MerkleHash.node(after, sibling);
      }
      way.up();
    }
    return way.ended() && same(before, smaller.root()) && same(after, tree.root());
  }

  private static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  /** The way from a node to the root, beside the way of the last leaf. */
  private static final class Way {
    private long node;
    private long last;

    Way(long node, long last) {
      this.node = node;
      this.last = last;
    }

    boolean ended() {
      return last == 0;
    }

    boolean fromLeft() {
      return (node & 1) == 1 || node == last;
    }

    void up() {
      if (fromLeft()) {
        while (node != 0 && (node & 1) == 0) {
          shift();
        }
      }
      shift();
    }

    void skipLeft() {
      while ((node & 1) == 1) {
        shift();
      }
    }

    private void shift() {
      node >>= 1;
      last >>= 1;
    }
  }
}
