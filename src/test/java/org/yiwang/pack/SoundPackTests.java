package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that passed once is not checked again, until any byte of it changes. */
class SoundPackTests {
  @TempDir Path root;
  private Path pack;
  private Path data;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void aSoundPack() throws IOException {
    data = Files.createDirectory(root.resolve("data"));
    pack = Files.createDirectory(root.resolve("toy"));
    Files.writeString(
        pack.resolve("district.yaml"), Files.readString(Path.of("packs/_toy/district.yaml")));
  }

  @Test
  void isCheckedOnce() {
    assertThat(read(false).problems()).isEmpty();
    assertThat(read(false).problems()).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void isCheckedAgainWhenAByteChanged() throws IOException {
    read(false);
    Path district = pack.resolve("district.yaml");
    Files.writeString(district, Files.readString(district) + "\n");
    read(false);
    assertThat(asked).hasSize(2);
  }

  @Test
  void isCheckedAgainWhenAFileCameToIt() throws IOException {
    read(false);
    Files.writeString(pack.resolve("words.txt"), "");
    read(false);
    assertThat(asked).hasSize(2);
  }

  @Test
  void isCheckedEachTimeWhileItHasProblems() {
    assertThat(read(true).problems()).hasSize(1);
    assertThat(read(true).problems()).hasSize(1);
    assertThat(asked).hasSize(2);
  }

  @Test
  void isCheckedEachTimeWhereNothingCanBeRemembered() throws IOException {
    Files.delete(data);
    read(false);
    read(false);
    assertThat(asked).hasSize(2);
  }

  private PackInspection read(boolean faulty) {
    PackPart part =
        new PackPart() {
          @Override
          public List<DefinitionType<?>> types() {
            return List.of();
          }

          @Override
          public List<PackCheck> checks() {
            return List.of(
                (reading, problems) -> {
                  asked.add("asked");
                  if (faulty) {
                    problems.add(new Source("district.yaml", 1), "X-01", "Wrong.", "Mend it.");
                  }
                });
          }
        };
    return PackInspection.of(pack, PackParts.some(List.of(part)), new SoundPack(data));
  }
}
