package org.yiwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
      throw new LaunchException(
          "The data folder %s cannot be made or written: %s.".formatted(root, e.getMessage()), e);
    }
    return folder;
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

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
