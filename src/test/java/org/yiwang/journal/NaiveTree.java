package org.yiwang.journal;

import java.util.List;

/** RFC 6962 section 2.1 word for word over a list of leaf hashes, to hold the program against. */
final class NaiveTree {
  private NaiveTree() {}

  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return MerkleHash.empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = 1;
    while (split * 2 < leaves.size()) {
      split *= 2;
    }
    return MerkleHash.node(
        root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /** The hash of each leaf's number, for trees whose content does not matter. */
  static List<byte[]> leaves(int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> MerkleHash.leaf(Integer.toString(i).getBytes()))
        .toList();
  }
}
