package org.yiwang.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.pack.Packs;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code ./yiwang pack check}: says what is wrong with packs, file by file and line by line. */
@CommandLine.Command(
    name = "check",
    description = {"Check packs and say what is wrong, with file and line. 校验应用包。", ""},
    footer = {
      "",
      "One line a problem: file:line [CODE-NN] what is wrong. What to do.",
      "The same checks run at start. Exit code 0: no problems; 1: problems.",
      "",
      "Examples 示例:",
      "  ./yiwang pack check",
      "  ./yiwang pack check packs/yangpu",
      "  ./yiwang pack check packs/_broken/unknown-key"
    })
final class PackCheckCommand implements Command {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..*",
      description = "Folders of districts 城区包目录 (default: all in packs)")
  List<Path> folders = new ArrayList<>();

  @Override
  public String group() {
    return "pack";
  }

  @Override
  public int run(Surroundings surroundings) {
    List<Path> wanted =
        folders.isEmpty() ? Packs.listFolders(SourceTree.find().resolve("packs")) : folders;
    int problems = Packs.check(wanted, System.out);
    return problems == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
