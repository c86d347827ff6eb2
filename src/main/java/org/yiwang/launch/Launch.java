package org.yiwang.launch;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line (命令行): reads what was typed and does it. */
public final class Launch {
  private static final List<String> AWAY = List.of("08", "53", "57P", "58");

  private final Class<?> application;
  private final RootCommand root = new RootCommand();

  private Launch(Class<?> application) {
    this.application = application;
  }

  /**
   * Does what the arguments say.
   *
   * @param application the class whose package holds all modules
   * @return the exit code: 0 done, 1 not done, 2 wrongly typed
   */
  public static int run(Class<?> application, String... arguments) {
    return new Launch(application).run(withCommand(List.of(arguments)));
  }

  /** Starting is meant when no command is typed; "help" before a command is --help after it. */
  private static List<String> withCommand(List<String> arguments) {
    if (!arguments.isEmpty() && arguments.getFirst().equals("help")) {
      List<String> asked = new ArrayList<>(arguments.subList(1, arguments.size()));
      asked.add("--help");
      return asked;
    }
    boolean askedOnly =
        arguments.stream().anyMatch(List.of("--help", "-h", "--version", "-V")::contains);
    if (!arguments.isEmpty() && (askedOnly || !arguments.getFirst().startsWith("-"))) {
      return arguments;
    }
    List<String> start = new ArrayList<>(List.of("start"));
    start.addAll(arguments);
    return start;
  }

  private int run(List<String> arguments) {
    if (!CommandTree.isOwn(arguments.getFirst())) {
      // A command without beans sets no log up, and Java's own would write into what it prints.
      Logger.getLogger("").setLevel(Level.SEVERE);
    }
    CommandLine line = CommandTree.build(root, application.getPackageName(), arguments);
    line.setExecutionStrategy(this::execute);
    line.setParameterExceptionHandler(Mistyped::explain);
    line.setExecutionExceptionHandler((e, at, parsed) -> explain(e, at));
    return line.execute(arguments.toArray(String[]::new));
  }

  private int execute(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    CommandLine leaf = parsed.asCommandLineList().getLast();
    if (!(leaf.getCommand() instanceof Command command)) {
      leaf.usage(leaf.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    try {
      refuseBlank("--data", "YIWANG_DATA", root.data);
      refuseBlank("--pack", "YIWANG_PACK", root.pack);
      return command.run(new CommandSurroundings(application, root.data, root.pack));
    } catch (Exception e) {
      throw new CommandLine.ExecutionException(leaf, String.valueOf(e.getMessage()), e);
    }
  }

  /** An empty word would mean the folder that one happens to be in. */
  private static void refuseBlank(String option, String variable, Path folder) {
    if (folder.toString().isBlank()) {
      throw LaunchException.wronglyCalled(
          "%s 是空的（或 %s 是空的）。请写出一个目录，或不写它。".formatted(option, variable),
          "%s is blank (or %s is). Name a folder, or leave it out.".formatted(option, variable));
    }
  }

  /** One sentence where the cause is known; everything that is known where it is not. */
  private static int explain(Exception thrown, CommandLine at) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (isOurs(e)) {
        at.getErr().println(at.getColorScheme().errorText("✗ " + e.getMessage()));
        return e instanceof LaunchException said ? said.exitCode() : CommandLine.ExitCode.SOFTWARE;
      }
    }
    if (databaseWentAway(thrown)) {
      at.getErr()
          .println(
              at.getColorScheme()
                  .errorText(
                      "✗ 数据库中途断开（停止、断电或磁盘已满）。请在它恢复后再运行一次同样的命令；已确认的内容都在。"
                          + System.lineSeparator()
                          + "  The database went away (stopped, killed or out of room). Run the same command again when it is back; whatever was acknowledged is there."));
      return CommandLine.ExitCode.SOFTWARE;
    }
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    thrown.printStackTrace(at.getErr());
    at.getErr().println(at.getColorScheme().errorText("✗ 程序出错 / The program failed: " + root));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** SQL: no connection, no room, being stopped or started; the pool's own words have no state. */
  private static boolean databaseWentAway(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(e -> Objects.requireNonNullElse(((SQLException) e).getSQLState(), AWAY.getFirst()))
        .anyMatch(state -> AWAY.stream().anyMatch(state::startsWith));
  }

  /** Thrown on purpose by this program, with a message meant to be read. */
  private static boolean isOurs(Throwable e) {
    return e.getClass().getName().startsWith("org.yiwang.") && e.getMessage() != null;
  }
}
