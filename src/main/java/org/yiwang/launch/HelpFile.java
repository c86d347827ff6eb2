package org.yiwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * {@code docs/help.txt}: the help of all commands as a file (帮助文本), so that the launcher can answer
 * before anything is built. A test fails when it is stale.
 */
final class HelpFile {
  static final String NAME = "docs/help.txt";
  private static final int COLUMNS = 80;

  private final Path file;
  private final String modules;

  /**
   * @param tree the source folder
   * @param modules the package that holds all modules
   */
  HelpFile(Path tree, String modules) {
    this.file = tree.resolve(NAME);
    this.modules = modules;
  }

  /** What {@code ./yiwang --help} says at a pipe. */
  String text() {
    CommandLine line = CommandTree.build(new RootCommand(), modules, List.of("--help"));
    line.getCommandSpec().usageMessage().autoWidth(false).width(COLUMNS);
    return line.getUsageMessage(CommandLine.Help.Ansi.OFF).replace(System.lineSeparator(), "\n");
  }

  boolean stale() {
    try {
      return !Files.exists(file) || !Files.readString(file).equals(text());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
