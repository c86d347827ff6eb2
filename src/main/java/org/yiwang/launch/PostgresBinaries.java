package org.yiwang.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, which come with the build packed in a jar and are unpacked once per
 * version.
 *
 * @param folder contains {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}
 */
record PostgresBinaries(Path folder) {
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar!");

  /** Finds them in the cache folder or unpacks them there. Safe for two programs at once. */
  static PostgresBinaries in(Path cache) {
    String name = "postgres-%s-%s.txz".formatted(system(), architecture());
    URL packed = PostgresBinaries.class.getClassLoader().getResource(name);
    if (packed == null) {
      throw new LaunchException(
          "本程序没有适合这台机器（%s）的 PostgreSQL。请用 YIWANG_DB_URL 指定一个 PostgreSQL 服务器。".formatted(name),
          "This build has no PostgreSQL for this machine (%s). Point YIWANG_DB_URL to a PostgreSQL server instead."
              .formatted(name));
    }
    Path folder = cache.resolve("postgresql-" + version(packed));
    try {
      if (!Files.isDirectory(folder)) {
        unpack(packed, folder);
      }
    } catch (IOException e) {
      throw new LaunchException(
          "无法把 PostgreSQL 展开到 %s（%s）。请让那里可写并有空间，或用 YIWANG_DB_URL 指定外部数据库。"
              .formatted(folder, e.getMessage()),
          "PostgreSQL cannot be unpacked to %s (%s). Let it be written there and make room, or name an outside database with YIWANG_DB_URL."
              .formatted(folder, e.getMessage()),
          e);
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String version(URL packed) {
    Matcher version = VERSION.matcher(packed.toString());
    return version.find() ? version.group(1) : "unknown";
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("win") ? "windows" : "linux";
  }

  private static String architecture() {
    return "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
  }

  /** Unpacks beside the goal and moves there at the end: half of it is never seen. */
  private static void unpack(URL packed, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    Path fresh = Files.createTempDirectory(folder.getParent(), "unpacking-");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream raw = new BufferedInputStream(packed.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        write(tar, e, fresh);
      }
    }
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      Trees.delete(fresh); // another program was quicker
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path path = root.resolve(entry.getName()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("the archive leads outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
