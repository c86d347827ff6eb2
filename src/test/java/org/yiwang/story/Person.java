package org.yiwang.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser: cookies, forms, and the program's API as its pages' scripts use it. */
public final class Person {
  private static final String PASSWORD = "yiwang-demo";
  private static final String BOUNDARY = "story-boundary";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI address;
  private @Nullable Language speaks;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();
  private final HttpClient knocker = HttpClient.newBuilder().cookieHandler(cookies).build();

  public Person(URI address) {
    this.address = address;
  }

  /** Which language the browser asks for from now on, and the pages are read in. */
  public Person speaks(@Nullable Language language) {
    speaks = language;
    return this;
  }

  public static Person signedIn(URI address, String account) {
    Person person = new Person(address);
    person.get("/sign-in");
    Answer answer = person.form("/sign-in", Map.of("login", account, "password", PASSWORD));
    if (!person.get("/api/me").good()) {
      throw new IllegalStateException(account + " cannot sign in: " + answer.shortly());
    }
    return person;
  }

  /**
   * What came back.
   *
   * @param path where from, after all redirects
   */
  public record Answer(int status, String body, String path, HttpHeaders headers) {
    /** A browser draws it as a page, and would run what is in it. */
    public boolean isPage() {
      return headers.firstValue("Content-Type").orElse("").startsWith("text/html")
          || headers.firstValue("X-Content-Type-Options").isEmpty();
    }

    public boolean good() {
      return status / 100 == 2;
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The words of a page, without its tags. */
    public String words() {
      return plain(body.replaceAll("(?s)<(script|style|head)\\b.*?</\\1>", " "));
    }

    public String shortly() {
      String words = words().strip();
      return status + " " + words.substring(0, Math.min(300, words.length()));
    }
  }

  /** The words of a piece of a page, without its tags. */
  static String plain(String piece) {
    return piece
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** The page in the language that the browser asks for, Chinese if it asks for none. */
  Answer page(String path) {
    return page(path, speaks == Language.EN ? "en" : "zh");
  }

  /** The page in a language, {@code zh} or {@code en}. */
  public Answer page(String path, String language) {
    return send(
        request(path).header("Accept", "text/html").setHeader("Accept-Language", language).GET());
  }

  public Answer post(String path, Object content) {
    return send(
        sending(path, BodyPublishers.ofString(JSON.writeValueAsString(content)))
            .header("Content-Type", "application/json"));
  }

  /** The same with an idempotency key. */
  public Answer post(String path, Object content, String key) {
    return send(
        sending(path, BodyPublishers.ofString(JSON.writeValueAsString(content)))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key));
  }

  public Answer form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        sending(path, BodyPublishers.ofString(body))
            .header("Content-Type", "application/x-www-form-urlencoded"));
  }

  /** Sends a file as a form's only field. */
  public Answer file(String path, String field, byte[] content) {
    return form(path, Map.of(), Map.of(field, content));
  }

  /** Sends a form that may hold files, each a photo. */
  public Answer form(String path, Map<String, String> fields, Map<String, byte[]> files) {
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
    List<BodyPublisher> parts = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            parts.add(BodyPublishers.ofString(head.formatted(name, "") + value + "\r\n")));
    files.forEach(
        (name, content) -> {
          String photo = "; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg";
          parts.add(BodyPublishers.ofString(head.formatted(name, photo)));
          parts.add(BodyPublishers.ofByteArray(content));
          parts.add(BodyPublishers.ofString("\r\n"));
        });
    parts.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    BodyPublisher body = BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    return send(
        sending(path, body).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
  }

  /**
   * What an address answers at first, before any redirect is followed and without waiting for its
   * content: the number, or {@code in} for "sign in first".
   *
   * @param method GET, or POST with an empty form
   * @param json what a POST under /api sends instead
   */
  public String knock(String method, String path, String json) {
    boolean program = path.startsWith("/api/");
    HttpRequest.Builder request =
        method.equals("GET")
            ? request(path)
            : sending(path, BodyPublishers.ofString(program ? json : ""))
                .header(
                    "Content-Type",
                    program ? "application/json" : "application/x-www-form-urlencoded");
    try {
      var answer = knocker.send(request.build(), BodyHandlers.ofInputStream());
      answer.body().close();
      String to = answer.headers().firstValue("Location").orElse("");
      return to.startsWith("/sign-in") ? "in" : String.valueOf(answer.statusCode());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder sending(String path, BodyPublisher body) {
    HttpRequest.Builder request = request(path).POST(body);
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return request;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    return speaks == null ? request : request.header("Accept-Language", speaks.tag());
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var answer = browser.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(), answer.body(), answer.uri().getPath(), answer.headers());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
