package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

class PackPartsTests {
  @Test
  void each_modules_part_is_found_by_its_name_and_is_a_component() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(PackPart.class));
    List<String> all =
        scan.findCandidateComponents("org.yiwang").stream()
            // a test may bring a part of its own; the rule is for the program's
            .filter(f -> !String.valueOf(f.getResourceDescription()).contains("test-classes"))
            .map(found -> String.valueOf(found.getBeanClassName()))
            .filter(name -> !name.contains("Tests"))
            .sorted()
            .toList();

    List<PackPart> found = PackParts.find().parts();

    assertThat(found).extracting(part -> part.getClass().getName()).containsExactlyElementsOf(all);
    assertThat(found)
        .allSatisfy(part -> assertThat(part.getClass()).hasAnnotation(Component.class));
  }

  @Test
  void a_yaml_file_that_nobody_reads_is_a_fault(@TempDir Path parent) {
    PackWriter pack =
        PackWriter.in(parent)
            .application("club")
            .with("club/packs.yaml", "id: club")
            .with("notes/readme.md", "# may be there");

    assertThat(PackInspection.of(pack.folder(), new PackParts(List.of(), true)).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "club/packs.yaml:1 [PACK-06] No part of the program reads a YAML file at this place."
                + " Did you mean \"pack.yaml\"?");
  }
}
