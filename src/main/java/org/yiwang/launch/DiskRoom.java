package org.yiwang.launch;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The room left on the disk of the database (磁盘余量). PostgreSQL ends rather than acknowledge what it
 * cannot write; starting it again helps only when there is room.
 */
final class DiskRoom {
  /** Bytes: two files of its log of changes, which it makes whole, 16 MB each. */
  static final long NEEDED = 32L << 20;

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Path folder;

  DiskRoom(Path folder) {
    this.folder = folder;
  }

  boolean full() {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.isReadOnly() || store.getUsableSpace() < NEEDED;
    } catch (IOException e) {
      return false; // not known: as if there were room
    }
  }

  /** Waits until there is room, or it is told to end, or for so long: room is only a guess. */
  void await(Duration atMost, BooleanSupplier end) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (full() && !end.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
