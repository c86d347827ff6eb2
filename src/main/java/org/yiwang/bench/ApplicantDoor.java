package org.yiwang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.identity.PersonAccess;
import org.yiwang.launch.LaunchException;

/** The program's pages as one signed-in applicant's browser sends its forms: cookies and token. */
final class ApplicantDoor {
  private static final int MOST_KEPT = 128;
  private static final int LONGEST_WAIT = 120;
  private static final String FORGERY = "XSRF-TOKEN";

  private final URI address;
  private final Map<String, String> cookies = new TreeMap<>();

  private ApplicantDoor(URI address) {
    this.address = address;
  }

  /**
   * What came back.
   *
   * @param to where it leads on to; empty for a page
   * @param later seconds to wait before asking again
   */
  record Answer(int http, String to, int later, byte[] page) {
    boolean leadsTo(String part) {
      return to.contains(part);
    }
  }

  static ApplicantDoor signIn(URI address, PersonAccess.Issued who) throws Exception {
    if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
      throw new LaunchException(
          "只测量本机上的程序（它在监听 %s）。".formatted(address.getHost()),
          "Only a program on this machine is measured (it listens on %s)."
              .formatted(address.getHost()));
    }
    System.setProperty("http.maxConnections", String.valueOf(MOST_KEPT));
    var door = new ApplicantDoor(address);
    door.get("/sign-in");
    Map<String, String> form = Map.of("login", who.login(), "password", who.password());
    Answer in = door.post("/sign-in", form);
    if (in.http() == 429 && in.later() <= LONGEST_WAIT) {
      Thread.sleep(1000L * in.later());
      in = door.post("/sign-in", form);
    }
    if (in.http() / 100 != 3) {
      throw new IOException("Signing in answered " + in.http());
    }
    return door;
  }

  Answer get(String path) throws IOException {
    return send(path, null);
  }

  Answer post(String path, Map<String, String> form) throws IOException {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(path, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private Answer send(String path, byte @Nullable [] body) throws IOException {
    var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Accept", "text/html");
    connection.setRequestProperty("Cookie", cookieHeader());
    if (body != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("X-XSRF-TOKEN", cookies.getOrDefault(FORGERY, ""));
      connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      connection.setFixedLengthStreamingMode(body.length);
      try (var out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    return answer(connection);
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private Answer answer(HttpURLConnection connection) throws IOException {
    int http = connection.getResponseCode();
    connection.getHeaderFields().getOrDefault("Set-Cookie", List.of()).forEach(this::keep);
    try (InputStream in = http < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] page = in == null ? new byte[0] : in.readAllBytes();
      String to = connection.getHeaderField("Location");
      int later = connection.getHeaderFieldInt("Retry-After", 0);
      return new Answer(http, to == null ? "" : to, later, page);
    }
  }

  private void keep(String line) {
    String[] pair = line.split(";", 2)[0].split("=", 2);
    if (pair.length == 2) {
      cookies.put(pair[0].strip(), pair[1].strip());
    }
  }
}
