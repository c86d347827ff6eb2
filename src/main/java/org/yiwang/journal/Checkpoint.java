package org.yiwang.journal;

import java.util.Base64;

/**
 * How far the log went at one moment and what it held (检查点), C2SP tlog-checkpoint.
 *
 * @param origin names the log
 * @param size number of leaves
 */
record Checkpoint(String origin, long size, byte[] root) {
  private static final int LINES = 3;

  /** The text that is signed. */
  String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  /**
   * Reads a checkpoint; further lines are allowed and left aside.
   *
   * @throws LogRefusedException if it is not well formed
   */
  static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length > LINES && !lines[0].isEmpty() && lines[1].matches("0|[1-9]\\d{0,17}")) {
      try {
        byte[] root = Base64.getDecoder().decode(lines[2]);
        if (root.length == MerkleHash.BYTES) {
          return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
        }
      } catch (IllegalArgumentException notBase64) {
        // said below
      }
    }
    throw new LogRefusedException(
        "这不是检查点 (c2sp.org/tlog-checkpoint)", "This is no checkpoint (c2sp.org/tlog-checkpoint)");
  }
}
