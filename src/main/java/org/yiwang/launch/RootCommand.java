package org.yiwang.launch;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code ./yiwang}: what all commands share. */
@CommandLine.Command(
    name = "yiwang",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Runs a city district: reporting, routing, handling, checking, answering.",
      "一网：一条命令启动一个城区的城市运行平台。"
    },
    footer = {
      "",
      "Without a command the district is started. 不带命令即为启动。",
      "",
      "Examples 示例:",
      "  ./yiwang                           start on port 8080",
      "  ./yiwang start --port 9000 --background",
      "  ./yiwang status",
      "  ./yiwang stop",
      "  ./yiwang test                      build and run every test",
      "  ./yiwang COMMAND --help            one command's options and examples"
    })
final class RootCommand {
  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      defaultValue = "${env:YIWANG_DATA:-${sys:yiwang.home:-.}/data}",
      description = "Data folder 数据目录 (default: ./data)")
  Path data = Path.of("data");

  @Option(
      names = "--pack",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      defaultValue = "${env:YIWANG_PACK:-${sys:yiwang.home:-.}/packs/yangpu}",
      description = "The district's pack 城区包 (default: packs/yangpu)")
  Path pack = Path.of("packs/yangpu");
}
