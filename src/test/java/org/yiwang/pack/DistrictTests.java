package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictTests {
  private final Path parent;

  DistrictTests(@TempDir Path parent) {
    this.parent = parent;
  }

  @Test
  void a_district_knows_its_own_definition() {
    District district = PackWriter.in(parent).inspect().load();

    assertThat(district.id()).isEqualTo("small");
    assertThat(district.definition().name()).isEqualTo(Text.of("小区", "Small District"));
    assertThat(district.definition().languages()).containsExactly(Language.ZH, Language.EN);
    assertThat(district.definition().credits()).isEmpty();
  }

  @Test
  void an_application_with_a_fault_is_refused_and_the_others_run() {
    District district =
        PackWriter.in(parent)
            .application("sound")
            .application("faulty")
            .with("faulty/pack.yaml", "id: faulty")
            .application("dependent", "faulty")
            .inspect()
            .load();

    assertThat(district.applications()).containsExactly("sound");
    assertThat(district.refused()).containsOnlyKeys("faulty", "dependent");
    assertThat(district.refused().get("dependent"))
        .extracting(Problem::toString)
        .containsExactly(
            "dependent/pack.yaml:5 [NEED-04] It needs \"faulty\", which was refused. "
                + "Mend that application first.");
    assertThat(district.list(ApplicationDefinition.TYPE)).hasSize(1);
  }

  @Test
  void a_fault_in_the_districts_own_file_refuses_everything() {
    PackWriter pack = PackWriter.in(parent).with("district.yaml", "id: other");

    assertThatThrownBy(() -> pack.inspect().load())
        .isInstanceOf(PackRefusedException.class)
        .hasMessageContaining("district.yaml:1 [KEY-02]");
  }

  @Test
  void a_path_out_of_the_pack_is_not_followed() {
    District district = PackWriter.in(parent).inspect().load();

    assertThat(district.file("district.yaml")).exists();
    assertThatThrownBy(() -> district.file("../other"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void definitions_of_parts_are_found_by_type_and_id() {
    record Shelf(String id, Text name, int places, List<String> words) {}
    DefinitionType<Shelf> shelves =
        DefinitionType.csv("shelf", DefinitionType.Level.APPLICATION, "shelves.csv", Shelf.class);
    PackPart part = new SinglePart(shelves);
    District district =
        PackWriter.in(parent)
            .application("club")
            .with(
                "club/shelves.csv",
                """
                id,name_zh,name_en,places,words
                art,艺术,Art,12,画|painting
                law,法律,Law,7,
                """)
            .inspect(part)
            .load();

    assertThat(district.find(shelves, "art"))
        .hasValueSatisfying(
            found -> {
              assertThat(found.value())
                  .isEqualTo(new Shelf("art", Text.of("艺术", "Art"), 12, List.of("画", "painting")));
              assertThat(found.source()).hasToString("club/shelves.csv:2");
              assertThat(found.application()).isEqualTo("club");
            });
    assertThat(district.list(shelves)).extracting(Defined::id).containsExactly("art", "law");
  }

  private record SinglePart(DefinitionType<?> type) implements PackPart {
    @Override
    public List<DefinitionType<?>> types() {
      return List.of(type);
    }

    @Override
    public List<PackCheck> checks() {
      return List.of();
    }
  }
}
