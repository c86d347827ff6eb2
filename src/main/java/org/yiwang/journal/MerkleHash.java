package org.yiwang.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of a Merkle tree (哈希), as RFC 6962 section 2.1 defines them, by SHA-256. */
final class MerkleHash {
  /** Length of each hash. */
  static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleHash() {}

  /** Of a leaf's content. */
  static byte[] leaf(byte[] content) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(content);
  }

  /** Of two subtrees. */
  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** Of a tree without leaves. */
  static byte[] empty() {
    return sha256().digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}
