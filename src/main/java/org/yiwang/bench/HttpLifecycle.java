package org.yiwang.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Create, assign, resolve, search: four requests, each acknowledged before the next. */
record HttpLifecycle(BenchScene scene) implements Worker {
  static final String WORDS = "测量：井盖缺失，夜间无照明。 Bench: cover missing, no light at night.";

  @Override
  public void once() throws IOException {
    JsonNode created = scene.door().post("/api/requests", report());
    String number = created.path("number").asString();
    String actions = "/api/cases/" + number + "/actions/";
    JsonNode assigned =
        scene.door().post(actions + scene.assign(), Map.of("version", 1, "unit", scene.unit()));
    JsonNode resolved =
        scene
            .door()
            .post(
                actions + scene.resolve(),
                Map.of("version", assigned.path("version").asInt(), "note", "处理完毕 done"));
    String query = URLEncoder.encode(number, StandardCharsets.UTF_8);
    JsonNode found = scene.door().get("/api/cases?words=" + query);
    if (found.path("total").asInt() != 1 || resolved.path("closed").isNull()) {
      throw new IOException("The case " + number + " was not found closed: " + found);
    }
  }

  private Map<String, Object> report() {
    return Map.of(
        "category",
        scene.category().id(),
        "text",
        WORDS,
        "lon",
        scene.lon(),
        "lat",
        scene.lat(),
        "address",
        "测量点 bench point",
        "photos",
        List.of());
  }
}
