package org.yiwang.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.ProgramAccess;
import org.yiwang.launch.LaunchException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program's HTTP door, with a token; connections are kept open, one a client. Client and
 * program share the cores, so the client is a plain one: what it spares, the program gets.
 */
record HttpDoor(HttpHost program, HttpRequester connections, String authorization)
    implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_KEPT = 64;
  private static final Timeout PATIENCE = Timeout.ofMinutes(1);

  static HttpDoor open(URI address, ProgramAccess.Issued issued) {
    try {
      if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
        throw new LaunchException(
            "只测量本机上的程序（它在监听 %s）。".formatted(address.getHost()),
            "Only a program on this machine is measured (it listens on %s)."
                .formatted(address.getHost()));
      }
      var program = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
      HttpRequester connections = pool();
      String token = token(new HttpDoor(program, connections, basic(issued)));
      return new HttpDoor(program, connections, "Bearer " + token);
    } catch (IOException lost) {
      throw new LaunchException(
          "没有从 %s 领到令牌：%s".formatted(address, lost.getMessage()),
          "No token from %s: %s".formatted(address, lost.getMessage()),
          lost);
    }
  }

  private static HttpRequester pool() {
    return RequesterBootstrap.bootstrap()
        .setHttpProcessor(new DefaultHttpProcessor(new RequestContent(), new RequestTargetHost()))
        .setSocketConfig(SocketConfig.custom().setSoTimeout(PATIENCE).setTcpNoDelay(true).build())
        .setDefaultMaxPerRoute(MOST_KEPT)
        .setMaxTotal(MOST_KEPT)
        .create();
  }

  private static String basic(ProgramAccess.Issued issued) {
    String pair = issued.clientId() + ":" + issued.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String token(HttpDoor door) throws IOException {
    byte[] form = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
    return door.send("POST", "/oauth2/token", body(form, ContentType.APPLICATION_FORM_URLENCODED))
        .path("access_token")
        .asString();
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException {
    return send("POST", path, body(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
  }

  JsonNode get(String path) throws IOException {
    return send("GET", path, null);
  }

  private static HttpEntity body(byte[] bytes, ContentType type) {
    return new ByteArrayEntity(bytes, type);
  }

  private JsonNode send(String method, String path, @Nullable HttpEntity body) throws IOException {
    ClassicHttpRequest request =
        ClassicRequestBuilder.create(method)
            .setHttpHost(program)
            .setPath(path)
            .addHeader("Authorization", authorization)
            .addHeader("Accept", "application/json")
            .setEntity(body)
            .build();
    try {
      return connections.execute(
          program, request, PATIENCE, HttpCoreContext.create(), answer -> read(answer, request));
    } catch (HttpException broken) {
      throw new IOException(method + " " + path + " was not answered in HTTP", broken);
    }
  }

  private static JsonNode read(ClassicHttpResponse answer, ClassicHttpRequest request)
      throws IOException {
    byte[] bytes = EntityUtils.toByteArray(answer.getEntity());
    if (answer.getCode() >= 400) {
      throw new IOException(
          "%s %s answered %d %s"
              .formatted(
                  request.getMethod(),
                  request.getPath(),
                  answer.getCode(),
                  bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8)));
    }
    return JSON.readTree(bytes == null ? new byte[0] : bytes);
  }

  @Override
  public void close() {
    connections.close(CloseMode.GRACEFUL);
  }
}
