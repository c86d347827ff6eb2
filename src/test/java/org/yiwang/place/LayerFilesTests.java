package org.yiwang.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.place.LayerFiles.LayerFile;

class LayerFilesTests {
  private final LayerFiles layers = new PlaceBeans().layerFiles(Yangpu.DISTRICT, Yangpu.GROUND);

  @ParameterizedTest
  @CsvSource({"outline, 1", "areas, 12", "grids, 37", "metro, 10", "elevated, 5", "landmarks, 150"})
  void everyLayerIsAGeoJsonFileThatCanBeReadBack(String id, int atLeast, @TempDir Path folder)
      throws IOException {
    LayerFile file = layers.find(id).orElseThrow();
    Path written = Files.write(folder.resolve("layer.geojson"), file.plain());
    List<Feature> features = GeoJson.read(written);
    assertThat(features).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(features)
        .allSatisfy(
            feature -> {
              assertThat(feature.shape().isEmpty()).isFalse();
              assertThat(feature.shape().isValid()).isTrue();
            });
  }

  @Test
  void theCompressedFormIsTheSameAndSmaller() throws IOException {
    LayerFile file = layers.find("areas").orElseThrow();
    byte[] unpacked =
        new GZIPInputStream(new ByteArrayInputStream(file.compressed())).readAllBytes();
    assertThat(unpacked).isEqualTo(file.plain());
    assertThat(file.compressed().length).isLessThan(file.plain().length / 2);
  }

  @Test
  void theTagStandsForTheContent() {
    assertThat(layers.find("areas").orElseThrow().tag()).matches("[0-9a-f]{16}");
    assertThat(layers.find("areas").orElseThrow().tag())
        .isNotEqualTo(layers.find("grids").orElseThrow().tag());
    assertThat(layers.find("nothing")).isEmpty();
  }
}
