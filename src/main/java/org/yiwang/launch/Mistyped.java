package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.Optional;
import org.yiwang.pack.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said to somebody who typed a command wrongly: what is wrong, what was meant, where. */
final class Mistyped {
  private Mistyped() {}

  static int explain(ParameterException wrong, String[] arguments) {
    CommandLine at = wrong.getCommandLine();
    PrintWriter out = at.getErr();
    String command = "./" + at.getCommandSpec().qualifiedName();
    if (wrong instanceof UnmatchedArgumentException unknown) {
      String typed = unknown.getUnmatched().getFirst();
      out.println(error(at, "没有这个写法 / There is no '%s' in %s.".formatted(typed, command)));
      nearest(at, typed)
          .ifPresent(known -> out.printf("  Did you mean: %s %s ? 您要的是不是这个？%n", command, known));
    } else {
      out.println(error(at, chinese(wrong) + " / " + wrong.getMessage()));
    }
    out.printf("  用法 How it is used: %s --help%n", command);
    return CommandLine.ExitCode.USAGE;
  }

  /** What sort of mistake it is; picocli says the rest in English, with the word and its place. */
  private static String chinese(ParameterException wrong) {
    return switch (wrong) {
      case MissingParameterException _ -> "缺少必填内容";
      case OverwrittenOptionException _ -> "同一选项写了不止一次";
      default -> wrong.getArgSpec() == null ? "写法不对" : "值不对";
    };
  }

  private static String error(CommandLine at, String words) {
    return at.getColorScheme().errorText("✗ " + words).toString();
  }

  private static Optional<String> nearest(CommandLine at, String typed) {
    if (typed.startsWith("-")) {
      return NearestWord.to(typed.split("=", 2)[0], at.getCommandSpec().optionsMap().keySet());
    }
    return NearestWord.to(typed, at.getSubcommands().keySet());
  }
}
