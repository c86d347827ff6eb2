package org.yiwang.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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
        throw new LaunchException(taken(data));
      }
      PidFile file = new PidFile(data, channel);
      file.write(self);
      return file;
    } catch (IOException e) {
      throw new LaunchException("The pid file cannot be written: " + e.getMessage(), e);
    }
  }

  private static String taken(DataFolder data) throws IOException {
    RunningProgram other = read(data).orElse(new RunningProgram(0, "", 0, "?"));
    return "Yiwang already runs on %s (process %d%s). Stop it with ./yiwang stop, or choose another folder with --data."
        .formatted(data.root(), other.pid(), other.port() == 0 ? "" : ", " + other.address());
  }

  void write(RunningProgram self) throws IOException {
    Path fresh = data.root().resolve("yiwang.pid.new");
    Files.writeString(fresh, self.written());
    Files.move(fresh, data.pid(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
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
      throw new LaunchException("The pid file cannot be read: " + e.getMessage(), e);
    }
  }

  private static FileChannel open(DataFolder data) throws IOException {
    return FileChannel.open(
        data.root().resolve("yiwang.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    return channel.tryLock();
  }

  private static Optional<RunningProgram> read(DataFolder data) throws IOException {
    return Files.exists(data.pid())
        ? Optional.of(RunningProgram.parse(Files.readString(data.pid())))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(data.pid());
    channel.close();
  }
}
