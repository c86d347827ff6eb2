package org.yiwang.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who runs on a data folder. The truth is a lock that the kernel gives back when its owner
 * ends, however it ends: a pid file that a killed program left behind is recognised by the free
 * lock.
 */
final class PidFile implements AutoCloseable {
  private final DataFolder data;
  private final FileChannel channel;

  private PidFile(DataFolder data, FileChannel channel) {
    this.data = data;
    this.channel = channel;
  }

  /**
   * Takes the data folder for this process.
   *
   * @throws LaunchException if another one has it
   */
  static PidFile take(DataFolder data, RunningProgram self) {
    try {
      FileChannel channel = open(data);
      if (tryLock(channel) == null) {
        channel.close();
        throw taken(data);
      }
      PidFile file = new PidFile(data, channel);
      file.write(self);
      return file;
    } catch (IOException e) {
      throw DataFolder.broken(data.pid(), e);
    }
  }

  private static LaunchException taken(DataFolder data) {
    RunningProgram other = read(data).orElse(new RunningProgram(0, "", 0, "?"));
    String who = other.pid() + (other.port() == 0 ? "" : ", " + other.address());
    return new LaunchException(
        "一网已在 %s 上运行（进程 %s）。请先用 ./yiwang stop 停止，或用 --data 换一个目录。".formatted(data.root(), who),
        "Yiwang already runs on %s (process %s). Stop it with ./yiwang stop, or choose another folder with --data."
            .formatted(data.root(), who));
  }

  void write(RunningProgram self) {
    Path fresh = data.root().resolve("yiwang.pid.new");
    DataFolder.write(fresh, self.written());
    try {
      Files.move(fresh, data.pid(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw DataFolder.broken(data.pid(), e);
    }
  }

  /** Who runs on the folder; empty if nobody does, whatever a stale file says. */
  static Optional<RunningProgram> find(DataFolder data) {
    if (!Files.exists(data.pid())) {
      return Optional.empty();
    }
    try (FileChannel channel = open(data);
        FileLock lock = tryLock(channel)) {
      return lock == null ? read(data) : Optional.empty();
    } catch (IOException e) {
      throw DataFolder.broken(data.pid(), e);
    }
  }

  private static FileChannel open(DataFolder data) {
    Path lock = data.root().resolve("yiwang.lock");
    try {
      return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw DataFolder.broken(lock, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException byThisProcess) {
      return null;
    }
  }

  private static Optional<RunningProgram> read(DataFolder data) {
    return Files.exists(data.pid())
        ? Optional.of(RunningProgram.parse(DataFolder.read(data.pid())))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(data.pid());
    channel.close();
  }
}
