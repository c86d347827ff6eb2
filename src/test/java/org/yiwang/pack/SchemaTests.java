package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schemas, judged by a validator and a YAML reader that are not ours. */
class SchemaTests {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @TestFactory
  List<DynamicTest> the_shipped_yaml_files_conform() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path pack : Packs.listFolders(Path.of("packs"))) {
      for (DefinitionType<?> type : PackParts.find().types()) {
        if (type.format() == DefinitionType.Format.YAML) {
          for (Path file : files(pack, type)) {
            tests.add(
                DynamicTest.dynamicTest(
                    file.toString(),
                    () -> assertThat(faults(type, Files.readString(file))).isEmpty()));
          }
        }
      }
    }
    return tests;
  }

  @Test
  void the_schemas_are_closed() {
    assertThat(faults(ApplicationDefinition.TYPE, "id: a\nnmae: b\n"))
        .anySatisfy(fault -> assertThat(fault).contains("nmae"))
        .anySatisfy(fault -> assertThat(fault).contains("version"));
  }

  @Test
  void a_file_that_extends_another_needs_only_what_differs() {
    DefinitionType<?> lifecycles =
        PackParts.find().types().stream()
            .filter(type -> type.name().equals("lifecycle"))
            .findFirst()
            .orElseThrow();
    String head = "id: b\nversion: 1\nname: {zh: 乙, en: B}\n";
    String steps = "start: ~\nsteps:\n  one: {within: 1 working-days, queue: ~}\n  two: ~\n";

    assertThat(faults(lifecycles, head + "extends: a\n" + steps)).isEmpty();
    assertThat(faults(lifecycles, head + steps)).as("without a base it is not whole").isNotEmpty();
    assertThat(faults(lifecycles, "extends: a\n")).anyMatch(fault -> fault.contains("version"));
    assertThat(faults(lifecycles, head + "extends: a\nsteps:\n  one: {wihtin: 1 working-days}\n"))
        .anyMatch(fault -> fault.contains("wihtin"));
    assertThat(faults(lifecycles, head + "extends: a\nstages: [{id: one}]\n"))
        .as("an entry of a list is whole")
        .anyMatch(fault -> fault.contains("name"));
  }

  @Test
  void the_schemas_are_schemas() throws IOException {
    Schema meta =
        REGISTRY.getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    try (Stream<Path> schemas = Files.list(Path.of("packs/_schema"))) {
      for (Path schema : schemas.toList()) {
        assertThat(meta.validate(Files.readString(schema), InputFormat.JSON)).isEmpty();
      }
    }
  }

  private static List<String> faults(DefinitionType<?> type, String yaml) {
    try {
      Path file = Path.of(GeneratedFiles.SCHEMAS, type.name() + ".schema.json");
      Schema schema = REGISTRY.getSchema(Files.readString(file), InputFormat.JSON);
      return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path pack, DefinitionType<?> type) throws IOException {
    String glob = (type.level().inApplication() ? "*/" : "") + type.files();
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (Stream<Path> files = Files.walk(pack)) {
      return files.filter(file -> matcher.matches(pack.relativize(file))).sorted().toList();
    }
  }
}
