package org.yiwang.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything one running program keeps (数据目录), {@code ./data} unless said
 * otherwise.
 */
record DataFolder(Path root) {
  DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  static DataFolder create(Path root) {
    DataFolder folder = new DataFolder(root);
    try {
      Files.createDirectories(folder.root);
    } catch (IOException e) {
      throw unusable(folder.root, e);
    }
    return folder.writable();
  }

  /**
   * One that a district lives in already.
   *
   * @throws LaunchException if none does
   */
  static DataFolder existing(Path root) {
    DataFolder folder = new DataFolder(root);
    if (!Files.exists(folder.cluster(), LinkOption.NOFOLLOW_LINKS)) {
      throw NoDistrict.in(folder.root);
    }
    return folder.writable();
  }

  private DataFolder writable() {
    if (!Files.isWritable(root)) {
      throw unusable(root, new IOException("not writable"));
    }
    return this;
  }

  private static LaunchException unusable(Path root, IOException e) {
    String why = Files.isRegularFile(root) ? "a file, not a folder" : e.getMessage();
    return new LaunchException(
        "数据目录 %s 无法建立或写入（%s）。请用 --data 指定一个可写的目录。".formatted(root, why),
        "The data folder %s cannot be made or written (%s). Name a folder that can be written with --data."
            .formatted(root, why),
        e);
  }

  /** The database's files; a link when the folder itself is closed to the database's user. */
  Path cluster() {
    return root.resolve("postgres");
  }

  Path password() {
    return root.resolve("postgres.password");
  }

  Path databasePort() {
    return root.resolve("postgres.port");
  }

  Path databaseLog() {
    return root.resolve("postgres.log");
  }

  Path pid() {
    return root.resolve("yiwang.pid");
  }

  Path log() {
    return root.resolve("yiwang.log");
  }

  /** A new empty file that nobody but its owner reads: a password will stand in it. */
  static void makeAnew(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** What stands in a small file, whatever its bytes are. */
  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  static void write(Path file, String words) {
    try {
      Files.writeString(file, words);
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  /** Something in the way of a file of ours, such as a folder of its name. */
  static LaunchException broken(Path file, IOException e) {
    return new LaunchException(
        "无法读写 %s（%s）。请检查它的权限，并移走不属于一网的内容。".formatted(file, e.getMessage()),
        "%s cannot be read or written (%s). See who may write there, and move away what is not Yiwang's."
            .formatted(file, e.getMessage()),
        e);
  }
}
