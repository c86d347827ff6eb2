package org.yiwang.launch;

import java.util.List;
import org.yiwang.pack.Packs;
import picocli.CommandLine;

/** {@code ./yiwang pack schema}: writes the schemas and the pack reference anew. */
@CommandLine.Command(
    name = "schema",
    description = {"Write packs/_schema and docs/pack-reference.md anew. 重新生成模式。", ""},
    footer = {
      "",
      "They are written from the Java records; run this after changing one.",
      "",
      "Examples 示例:",
      "  ./yiwang pack schema"
    })
final class PackSchemaCommand implements Command {
  @Override
  public String group() {
    return "pack";
  }

  @Override
  public int run(Surroundings surroundings) {
    List<String> written = Packs.writeSchemas(SourceTree.find());
    written.forEach(System.out::println);
    System.out.printf("%d files written.%n", written.size());
    return CommandLine.ExitCode.OK;
  }
}
