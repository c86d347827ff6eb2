package org.yiwang.launch;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.pack.Packs;
import picocli.CommandLine;

/** {@code ./yiwang pack schema}: writes the schemas and the pack reference anew. */
@CommandLine.Command(
    name = "schema",
    description = {
      "Write packs/_schema, docs/pack-reference.md and docs/help.txt anew. 重新生成模式与帮助。",
      ""
    },
    footer = {
      "",
      "They are written from the Java records and the commands; run this after",
      "changing one.",
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
    List<String> written = new ArrayList<>(Packs.writeSchemas(SourceTree.find()));
    String modules = ((CommandSurroundings) surroundings).application().getPackageName();
    HelpFile help = new HelpFile(SourceTree.find(), modules);
    if (help.stale()) {
      help.write();
      written.add(HelpFile.NAME);
    }
    written.forEach(System.out::println);
    System.out.printf("%d files written.%n", written.size());
    return CommandLine.ExitCode.OK;
  }
}
