package org.yiwang.place;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.function.SingletonSupplier;

/** The layers that maps load, each made once, plain and compressed, when it is first wanted. */
final class LayerFiles {
  /** Names that every district has; a pack's own layers take others. */
  static final Set<String> BUILT_IN = Set.of("outline", "areas", "grids", "landmarks");

  private final Map<String, Supplier<LayerFile>> files;

  /** One layer ready to be sent. */
  record LayerFile(byte[] plain, byte[] compressed, String tag) {}

  private LayerFiles(Map<String, Supplier<LayerFile>> files) {
    this.files = files;
  }

  static LayerFiles of(Ground ground, List<Landmark> landmarks) {
    Map<String, Supplier<LayerFile>> files = new LinkedHashMap<>();
    files.put("outline", later(() -> GeoJsonWriting.features(ground.outlineFeatures())));
    files.put("areas", later(() -> GeoJsonWriting.features(ground.areas())));
    files.put("grids", later(() -> GeoJsonWriting.features(ground.grids())));
    files.put("landmarks", later(() -> GeoJsonWriting.landmarks(landmarks)));
    for (Ground.Layer layer : ground.layers()) {
      files.put(layer.definition().id(), later(() -> GeoJsonWriting.features(layer.features())));
    }
    return new LayerFiles(files);
  }

  Optional<LayerFile> find(String id) {
    return Optional.ofNullable(files.get(id)).map(Supplier::get);
  }

  private static Supplier<LayerFile> later(Supplier<String> json) {
    return SingletonSupplier.of(() -> ready(json.get().getBytes(StandardCharsets.UTF_8)));
  }

  private static LayerFile ready(byte[] plain) {
    try {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
        gzip.write(plain);
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
      String tag = HexFormat.of().formatHex(digest, 0, 8);
      return new LayerFile(plain, compressed.toByteArray(), tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
