package org.yiwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name PostgreSQL runs. It refuses to run as root; so where the program is root (as in
 * most containers), the database runs as an unprivileged account of the system.
 *
 * @param uid null when the program is not root and everything runs under its own name
 */
record SystemAccount(@Nullable Integer uid, @Nullable Integer gid) {
  /** Accounts that are used if they exist, the first one that does. */
  private static final List<String> CANDIDATES = List.of("yiwang", "postgres", "nobody");

  private static final boolean LINUX = System.getProperty("os.name", "").startsWith("Linux");

  static SystemAccount choose() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new SystemAccount(null, null);
    }
    return CANDIDATES.stream()
        .flatMap(name -> find(name).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new LaunchException(
                    "PostgreSQL 不以 root 运行，而系统里没有 %s 这些账号。请添加一个：useradd --system yiwang。"
                        .formatted(CANDIDATES),
                    "PostgreSQL does not run as root, and this system has none of the accounts %s. Add one: useradd --system yiwang."
                        .formatted(CANDIDATES)));
  }

  private static Optional<SystemAccount> find(String name) {
    try {
      return Files.readAllLines(Path.of("/etc/passwd")).stream()
          .map(line -> line.split(":"))
          .filter(cells -> cells.length > 3 && cells[0].equals(name))
          .map(cells -> new SystemAccount(Integer.valueOf(cells[2]), Integer.valueOf(cells[3])))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean other() {
    return uid != null;
  }

  /**
   * The command as this account runs it. {@code orphan} commands outlive nothing: when the thread
   * that started them ends, and with it the JVM however it ends, the kernel interrupts them, which
   * PostgreSQL takes as an order to shut down cleanly.
   */
  List<String> run(boolean endsWithUs, List<String> command) {
    List<String> all = new ArrayList<>();
    boolean setpriv = LINUX && onPath("setpriv");
    if (other() && !setpriv) {
      throw new LaunchException(
          "PostgreSQL 不以 root 运行，而换账号用的 setpriv（util-linux 包）不在。请安装 util-linux，或换一个用户启动。",
          "PostgreSQL does not run as root, and setpriv (package util-linux) is not there to change the account. Install util-linux or start as another user.");
    }
    if (endsWithUs && LINUX && onPath("setsid")) {
      // Ctrl-C in the terminal goes to the whole process group; the database is to stop last.
      all.add("setsid");
    }
    if (setpriv && (other() || endsWithUs)) {
      all.add("setpriv");
      if (other()) {
        all.addAll(List.of("--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        all.add("--inh-caps=-all");
      }
      if (endsWithUs) {
        all.add("--pdeathsig=INT");
      }
    }
    all.addAll(command);
    return all;
  }

  private static boolean onPath(String program) {
    return List.of("/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin").stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Whether this account can reach the folder at all: every folder above lets others pass. */
  boolean reaches(Path folder) {
    if (!other()) {
      return true;
    }
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at) && !lets(at)) {
        return false;
      }
    }
    return true;
  }

  private boolean lets(Path folder) {
    try {
      Path real = folder.toRealPath();
      return Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_EXECUTE)
          || Files.getAttribute(real, "unix:uid").equals(uid);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the folder and everything in it belong to this account. */
  void own(Path folder) throws IOException {
    if (!other()) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            return give(path);
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            return give(path);
          }
        });
  }

  private FileVisitResult give(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    return FileVisitResult.CONTINUE;
  }
}
