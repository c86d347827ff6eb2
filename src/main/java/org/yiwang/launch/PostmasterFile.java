package org.yiwang.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, in which a running PostgreSQL says who and how it is.
 *
 * @param port 0 while it is not known yet
 * @param word {@code starting}, {@code ready}, {@code stopping}; empty while it is not known yet
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">file layout</a>
 */
record PostmasterFile(long pid, int port, String word) {
  private static final int PID = 0;
  private static final int PORT = 3;
  private static final int WORD = 7;

  static Optional<PostmasterFile> find(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(path(cluster));
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(line(lines, PID, "0")),
              Integer.parseInt(line(lines, PORT, "0")),
              line(lines, WORD, "")));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new LaunchException("The database's pid file cannot be read: " + e.getMessage(), e);
    }
  }

  static Path path(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  private static String line(List<String> lines, int number, String otherwise) {
    return lines.size() > number && !lines.get(number).isBlank()
        ? lines.get(number).strip()
        : otherwise;
  }

  boolean ready() {
    return word.equals("ready");
  }

  /**
   * The process, if it lives and really is the PostgreSQL of this cluster: after a crash its number
   * may belong to somebody else.
   */
  Optional<ProcessHandle> findProcess(Path cluster) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("postgres").endsWith("postgres"))
        .filter(process -> worksIn(process, cluster));
  }

  private static boolean worksIn(ProcessHandle process, Path cluster) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath().equals(cluster);
    } catch (IOException e) {
      return true; // no /proc, or not ours to look: believe the file
    }
  }
}
