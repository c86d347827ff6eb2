package org.yiwang.journal;

import java.time.Instant;

/**
 * A checkpoint with what the database knows beside it (已签检查点).
 *
 * @param settled every entry up to this id is in the log or will never exist
 * @param note as signed and handed out
 */
record SealedHead(long size, byte[] root, Instant at, long settled, String note) {
  MerkleProofs.Head head() {
    return new MerkleProofs.Head(size, root);
  }
}
