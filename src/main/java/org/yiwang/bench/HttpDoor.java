package org.yiwang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.ProgramAccess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's HTTP door, with a token; connections are kept open, one a client. */
record HttpDoor(URI address, String authorization) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_KEPT = 64;

  static HttpDoor open(URI address, ProgramAccess.Issued issued) {
    System.setProperty("http.maxConnections", String.valueOf(MOST_KEPT));
    try {
      if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
        throw new IllegalArgumentException("Only a program on this machine is measured.");
      }
      return new HttpDoor(address, "Bearer " + token(address, issued));
    } catch (IOException lost) {
      throw new IllegalStateException("No token from " + address + ": " + lost.getMessage(), lost);
    }
  }

  private static String token(URI address, ProgramAccess.Issued issued) throws IOException {
    String basic = issued.clientId() + ":" + issued.secret();
    var door =
        new HttpDoor(
            address,
            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    JsonNode answer =
        door.send(
            "POST",
            "/oauth2/token",
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials");
    return answer.path("access_token").asString();
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException {
    return send("POST", path, "application/json", JSON.writeValueAsString(body));
  }

  JsonNode get(String path) throws IOException {
    return send("GET", path, null, null);
  }

  private JsonNode send(String method, String path, @Nullable String type, @Nullable String body)
      throws IOException {
    var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Authorization", authorization);
    connection.setRequestProperty("Accept", "application/json");
    if (body != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", type);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      connection.setFixedLengthStreamingMode(bytes.length);
      try (var out = connection.getOutputStream()) {
        out.write(bytes);
      }
    }
    return answer(connection, method + " " + path);
  }

  private static JsonNode answer(HttpURLConnection connection, String asked) throws IOException {
    int http = connection.getResponseCode();
    try (InputStream in = http < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
      if (http >= 400) {
        throw new IOException(
            asked + " answered " + http + " " + new String(bytes, StandardCharsets.UTF_8));
      }
      return JSON.readTree(bytes);
    }
  }
}
