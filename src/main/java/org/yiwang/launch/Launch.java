package org.yiwang.launch;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line (命令行): reads what was typed and does it. */
public final class Launch {
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

  /** Starting is meant when no command is typed. */
  private static List<String> withCommand(List<String> arguments) {
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
      return command.run(new CommandSurroundings(application, root.data, root.pack));
    } catch (Exception e) {
      throw new CommandLine.ExecutionException(leaf, String.valueOf(e.getMessage()), e);
    }
  }

  /** One sentence where the cause is known; everything that is known where it is not. */
  private static int explain(Exception thrown, CommandLine at) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (isOurs(e)) {
        at.getErr().println(at.getColorScheme().errorText("✗ " + e.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
      }
    }
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    thrown.printStackTrace(at.getErr());
    at.getErr().println(at.getColorScheme().errorText("✗ " + root));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Thrown on purpose by this program, with a message meant to be read. */
  private static boolean isOurs(Throwable e) {
    return e.getClass().getName().startsWith("org.yiwang.") && e.getMessage() != null;
  }
}
