package org.yiwang.operations;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** A running district filled with the demo's cases, shared by the tests of this module. */
@ProgramTest
// The clock's pace makes it a program of its own: other tests' cases would count as the demo's.
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.casework.tick=PT2H"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemoDistrictTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired FillDemo fillDemo;
  @LocalServerPort int port;

  /** Fills once; later classes find it filled. */
  @BeforeAll
  void fill() {
    fillDemo.fill(400);
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** A visitor with cookies. */
  final class Visitor {
    final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return http.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(address() + path)).header("Accept-Language", "en");
    }
  }

  /** One of the demo's people. */
  Visitor signedIn(String login) throws IOException, InterruptedException {
    var visitor = new Visitor();
    Matcher token = CSRF.matcher(visitor.get("/sign-in").body());
    if (!token.find()) {
      throw new IllegalStateException("The sign-in page has no token");
    }
    String form =
        "login=%s&password=yiwang-demo&_csrf=%s"
            .formatted(login, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        visitor.http.send(
            visitor
                .request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 303 && answer.statusCode() != 302) {
      throw new IllegalStateException("Signing in answered " + answer.statusCode());
    }
    return visitor;
  }
}
