package org.yiwang.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
      List<String> lines = Files.readAllLines(path(cluster), StandardCharsets.ISO_8859_1);
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(line(lines, PID, "0")),
              Integer.parseInt(line(lines, PORT, "0")),
              line(lines, WORD, "")));
    } catch (NumberFormatException e) {
      return Optional.of(new PostmasterFile(0, 0, ""));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DataFolder.broken(path(cluster), e);
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
   * may belong to somebody else. Where the file is damaged, whoever works in the cluster's folder.
   */
  Optional<ProcessHandle> findProcess(Path cluster) {
    if (pid == 0) {
      return ProcessHandle.allProcesses()
          .filter(process -> isPostgres(process, false) && worksIn(process, cluster, false))
          .filter(process -> process.parent().filter(p -> isPostgres(p, false)).isEmpty())
          .findFirst();
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> isPostgres(process, true))
        .filter(process -> worksIn(process, cluster, true));
  }

  private static boolean isPostgres(ProcessHandle process, boolean ifUnknown) {
    return process.info().command().map(c -> c.endsWith("postgres")).orElse(ifUnknown);
  }

  /** Where there is no /proc, or it is not ours to look, the answer is the one for the unknown. */
  private static boolean worksIn(ProcessHandle process, Path cluster, boolean ifUnknown) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath().equals(cluster);
    } catch (IOException e) {
      return ifUnknown;
    }
  }
}
