package org.yiwang.casework;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.launch.Command;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.Surroundings;
import org.yiwang.pack.Defined;
import org.yiwang.pack.NearestWord;
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
  private static final List<String> LANGUAGES = List.of("zh", "en");

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
      throw LaunchException.wronglyCalled(
          "请写成 城区包/应用/流程，例如 _toy/library-card/group-card。",
          "Name it as PACK/APPLICATION/LIFECYCLE, e.g. _toy/library-card/group-card.");
    }
    if (!LANGUAGES.contains(language)) {
      throw LaunchException.wronglyCalled(
          "没有语言“%s”。请写 --language zh 或 --language en。".formatted(language),
          "There is no language \"%s\". Write --language zh or --language en.".formatted(language));
    }
    int names = named.getNameCount();
    Path folder = folder(named.resolve("../..").normalize());
    String application = named.getName(names - 2).toString();
    List<Defined<LifecycleDefinition>> all = lifecycles(folder);
    byte[] bytes =
        export(all, application, named.getFileName().toString())
            .orElseThrow(() -> notThere(named, folder, all))
            .getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.println();
    return CommandLine.ExitCode.OK;
  }

  /** A folder as it is, or the name of one in the program's {@code packs}. */
  private static Path folder(Path named) {
    return isPack(named)
        ? named
        : Path.of(System.getProperty("yiwang.home", "")).resolve("packs").resolve(named);
  }

  private static boolean isPack(Path folder) {
    return Files.exists(folder.resolve("district.yaml"));
  }

  private static List<Defined<LifecycleDefinition>> lifecycles(Path folder) {
    return isPack(folder) ? Packs.load(folder).list(CaseworkPackPart.LIFECYCLES) : List.of();
  }

  private Optional<String> export(
      List<Defined<LifecycleDefinition>> all, String application, String id) {
    Function<Text, String> words = "en".equals(language) ? Text::en : Text::zh;
    return all.stream()
        .filter(one -> one.application().equals(application) && one.id().equals(id))
        .findFirst()
        .map(one -> BpmnXml.write(BpmnGraph.of(one.value(), words), application));
  }

  private static LaunchException notThere(
      Path named, Path folder, List<Defined<LifecycleDefinition>> all) {
    if (all.isEmpty()) {
      return new LaunchException(
          "%s 没有城区包，或包里没有流程。".formatted(folder),
          "There is no pack at %s, or no lifecycle in it.".formatted(folder));
    }
    String wanted = named.subpath(named.getNameCount() - 2, named.getNameCount()).toString();
    List<String> known = all.stream().map(one -> one.application() + "/" + one.id()).toList();
    Optional<String> nearest = NearestWord.to(wanted, known);
    return new LaunchException(
        "没有流程 %s。%s"
            .formatted(named, nearest.map("您要的是不是 %s？"::formatted).orElse("有：" + all(known) + "。")),
        "There is no lifecycle %s. %s"
            .formatted(
                named,
                nearest
                    .map("Did you mean %s?"::formatted)
                    .orElse("There are: " + all(known) + ".")));
  }

  private static String all(List<String> known) {
    return String.join(", ", known);
  }
}
