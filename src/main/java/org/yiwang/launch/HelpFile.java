package org.yiwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * {@code docs/help.txt}: the help of all commands as a file (帮助文本), so that the launcher can answer
 * before anything is built. A test fails when it is stale.
 */
final class HelpFile {
  static final String NAME = "docs/help.txt";
  private static final int COLUMNS = 80;

  /** The launcher knows a line of hyphens as the end of one help. */
  private static final String BETWEEN = "-".repeat(COLUMNS) + System.lineSeparator();

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

  /** What {@code ./yiwang --help} says at a pipe, and then that of each command. */
  String text() {
    CommandLine line = CommandTree.build(new RootCommand(), modules, List.of("--help"));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(COLUMNS);
    return withCommands(line)
        .map(each -> each.getUsageMessage(CommandLine.Help.Ansi.OFF))
        .collect(Collectors.joining(BETWEEN))
        .replace(System.lineSeparator(), "\n");
  }

  /** A group before what is in it: the launcher takes the first that fits. */
  private static Stream<CommandLine> withCommands(CommandLine line) {
    return Stream.concat(
        Stream.of(line), line.getSubcommands().values().stream().flatMap(HelpFile::withCommands));
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
