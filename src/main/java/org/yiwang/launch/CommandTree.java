package org.yiwang.launch;

import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands: launch's own and those that other modules bring. */
final class CommandTree {
  /** Known without looking, so that starting does not wait for a search of all classes. */
  private static final List<String> OWN = List.of("start", "stop", "status", "test");

  private static final List<String> ADDED =
      Stream.of(StartCommand.class, StopCommand.class, StatusCommand.class, TestCommand.class)
          .map(Class::getName)
          .toList();

  private CommandTree() {}

  static CommandLine build(RootCommand root, String modules, List<String> arguments) {
    CommandLine line = new CommandLine(root);
    for (Command own :
        List.of(new StartCommand(), new StopCommand(), new StatusCommand(), new TestCommand())) {
      line.addSubcommand(own);
    }
    if (!isOwn(arguments.getFirst())) {
      addFound(line, modules);
    }
    line.setCaseInsensitiveEnumValuesAllowed(true); // reaches those added above, none added later
    return line;
  }

  /** Whether it is one that no other module brings. */
  static boolean isOwn(String word) {
    return OWN.contains(word);
  }

  private static void addFound(CommandLine line, String modules) {
    Map<String, CommandLine> groups = new TreeMap<>();
    for (Command command : find(modules)) {
      CommandLine parent =
          command.group().isEmpty()
              ? line
              : groups.computeIfAbsent(command.group(), CommandTree::group);
      parent.addSubcommand(command);
    }
    groups.forEach(
        (name, group) -> {
          line.addSubcommand(name, group);
          group.getCommandSpec().usageMessage().description(does(group)).footer(examples(group));
        });
  }

  /** One line: what the only command does, or which commands there are. */
  private static String does(CommandLine group) {
    Collection<CommandLine> commands = group.getSubcommands().values();
    return commands.size() == 1
        ? commands.iterator().next().getCommandSpec().usageMessage().description()[0]
        : String.join(", ", group.getSubcommands().keySet());
  }

  private static String[] examples(CommandLine group) {
    Stream<String> each =
        group.getSubcommands().values().stream()
            .map(command -> "  ./" + command.getCommandSpec().qualifiedName() + " --help");
    return Stream.concat(Stream.of("", "Examples 示例:"), each).toArray(String[]::new);
  }

  private static CommandLine group(String name) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().synopsisSubcommandLabel("COMMAND").autoWidth(true);
    return new CommandLine(spec);
  }

  private static List<Command> find(String modules) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
    return scanner.findCandidateComponents(modules).stream()
        .map(found -> String.valueOf(found.getBeanClassName()))
        .filter(name -> !ADDED.contains(name))
        .sorted()
        .map(CommandTree::make)
        .toList();
  }

  private static Command make(String name) {
    try {
      Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Command) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "A command needs a constructor without arguments: " + name, e);
    }
  }
}
