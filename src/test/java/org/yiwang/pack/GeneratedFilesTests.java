package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFilesTests {
  @Test
  void schemas_and_reference_are_as_the_records_are() {
    assertThat(new GeneratedFiles(Path.of(""), PackParts.find()).stale())
        .as("stale files; refresh them with: ./yiwang pack schema")
        .isEmpty();
  }

  @Test
  void what_is_stale_or_left_over_is_brought_up_to_date(@TempDir Path tree) throws Exception {
    Path old = tree.resolve("packs/_schema/gone.schema.json");
    java.nio.file.Files.createDirectories(old.getParent());
    java.nio.file.Files.writeString(old, "{}");

    GeneratedFiles files = new GeneratedFiles(tree, PackParts.find());

    assertThat(files.write()).contains("packs/_schema/gone.schema.json", "docs/pack-reference.md");
    assertThat(old).doesNotExist();
    assertThat(files.stale()).isEmpty();
  }
}
