package org.yiwang.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: keeps cookies, fills in forms, follows a redirect only when told. */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String origin;
  private final List<String> headers = new ArrayList<>();

  public Visitor(int port) {
    this.origin = "http://127.0.0.1:" + port;
  }

  /** Sends this header with everything from now on. */
  public Visitor sending(String name, String value) {
    headers.addAll(List.of(name, value));
    return this;
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a form as the page at {@code from} would, with that page's token. */
  public HttpResponse<String> send(String from, String to, String... namesAndValues) {
    List<String> fields = new ArrayList<>(List.of(namesAndValues));
    fields.addAll(List.of("_csrf", token(from)));
    return post(to, fields.toArray(String[]::new));
  }

  /** Sends a form without any token. */
  public HttpResponse<String> post(String to, String... namesAndValues) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=');
      body.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(address(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Sends an empty form in any way, with a token or, where that is empty, without one. */
  HttpResponse<String> ask(String method, String path, String token) {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(token.isEmpty() ? "" : "_csrf=" + token)));
  }

  /**
   * Uploads one file of zeros.
   *
   * @param known whether its length is said beforehand
   */
  public HttpResponse<String> upload(String to, long bytes, boolean known, String end) {
    BodyPublisher body = BodyPublishers.ofInputStream(() -> UploadLimitTests.part(bytes, end));
    long length = UploadLimitTests.HEAD_BYTES + bytes + end.length();
    return send(
        HttpRequest.newBuilder(address(to))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(known ? BodyPublishers.fromPublisher(body, length) : body));
  }

  public HttpResponse<String> signIn(String login, String password) {
    return send("/sign-in", "/sign-in", "login", login, "password", password);
  }

  public String token(String from) {
    Matcher found = TOKEN.matcher(get(from).body());
    if (!found.find()) {
      throw new AssertionError("no form at " + from);
    }
    return found.group(1);
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  void plant(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain("127.0.0.1");
    cookie.setVersion(0);
    cookies.getCookieStore().add(address("/"), cookie);
  }

  URI address(String path) {
    return path.startsWith("http") ? URI.create(path) : URI.create(origin + path);
  }

  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
