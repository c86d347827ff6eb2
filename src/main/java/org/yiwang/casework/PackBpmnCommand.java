package org.yiwang.casework;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.launch.Command;
import org.yiwang.launch.Surroundings;
import org.yiwang.pack.Defined;
import org.yiwang.pack.Packs;
import org.yiwang.pack.Text;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./yiwang pack bpmn}: a lifecycle as BPMN 2.0, for those who draw (流程图导出). */
@CommandLine.Command(
    name = "bpmn",
    description = {"Write a lifecycle as BPMN 2.0 with a diagram. 导出流程为 BPMN 2.0。", ""},
    footer = {
      "",
      "Any BPMN modeller opens the file; time limits stand in it as in the pack.",
      "",
      "Examples 示例:",
      "  ./yiwang pack bpmn packs/yangpu/city-operations/six-step",
      "  ./yiwang pack bpmn _toy/library-card/group-card --language en"
    })
final class PackBpmnCommand implements Command {
  @Parameters(paramLabel = "PACK/APPLICATION/LIFECYCLE", description = "Which lifecycle 哪个流程")
  @Nullable String lifecycle;

  @Option(
      names = "--language",
      paramLabel = "zh|en",
      description = "Language of the words 文字的语言 (default: zh)")
  String language = "zh";

  @Override
  public String group() {
    return "pack";
  }

  @Override
  public int run(Surroundings surroundings) {
    Path named = Path.of(String.valueOf(lifecycle));
    if (named.getNameCount() < 3) {
      System.err.println("✗ Name it as PACK/APPLICATION/LIFECYCLE.");
      return CommandLine.ExitCode.USAGE;
    }
    int names = named.getNameCount();
    Path folder = folder(named.resolve("../..").normalize());
    String application = named.getName(names - 2).toString();
    Optional<String> xml = export(folder, application, named.getFileName().toString());
    if (xml.isEmpty()) {
      System.err.println("✗ There is no lifecycle " + named + ".");
      return CommandLine.ExitCode.SOFTWARE;
    }
    byte[] bytes = xml.get().getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.println();
    return CommandLine.ExitCode.OK;
  }

  /** A folder as it is, or the name of one in {@code packs}. */
  private static Path folder(Path named) {
    return Files.exists(named.resolve("district.yaml")) ? named : Path.of("packs").resolve(named);
  }

  private Optional<String> export(Path folder, String application, String id) {
    Function<Text, String> words = "en".equals(language) ? Text::en : Text::zh;
    List<Defined<LifecycleDefinition>> all =
        Files.exists(folder.resolve("district.yaml"))
            ? Packs.load(folder).list(CaseworkPackPart.LIFECYCLES)
            : List.of();
    return all.stream()
        .filter(one -> one.application().equals(application) && one.id().equals(id))
        .findFirst()
        .map(one -> BpmnXml.write(BpmnGraph.of(one.value(), words), application));
  }
}
