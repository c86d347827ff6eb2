package org.yiwang.place;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.place.LayerFiles.LayerFile;

/** The map's layers as GeoJSON, for everyone. */
@Controller
class LayerPages {
  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
  private final LayerFiles layers;

  LayerPages(LayerFiles layers) {
    this.layers = layers;
  }

  /** Sent compressed where the browser takes it, and not at all where it still has it. */
  @GetMapping("/place/layers/{id}.geojson")
  ResponseEntity<byte[]> layer(@PathVariable String id, HttpServletRequest request) {
    LayerFile file = layers.find(id).orElseThrow(() -> new RefusedException(missing(id)));
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean compress = accepted != null && accepted.contains("gzip");
    String tag = "\"" + file.tag() + (compress ? "-gz" : "") + "\"";
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .eTag(tag)
            .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .contentType(GEO_JSON);
    return compress
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(file.compressed())
        : answer.body(file.plain());
  }

  private static Refusal missing(String id) {
    return Refusal.of(
        Refusal.Kind.MISSING,
        "layer-missing",
        Text.of("没有图层“" + id + "”。", "There is no layer “" + id + "”."),
        Text.of("请从地图页面打开图层。", "Open layers from a map."));
  }
}
