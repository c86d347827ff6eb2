package org.yiwang.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong is said in the reader's language, with what to do next. */
class FaultTests {

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404, Page not found",
    "/faulty/refused, 409, Something has changed meanwhile",
    "/faulty/broken, 500, Something went wrong on our side",
    "/faulty/unkept, 422, Something needs correcting",
    "/faulty/away?state=08006, 503, Not available at the moment",
    "/faulty/away?state=57P01, 503, Not available at the moment",
    "/faulty/away?state=53100, 503, Not available at the moment",
    "/faulty/away?state=42P01, 500, Something went wrong on our side",
    "/faulty/number, 400, Something needs correcting",
    "/faulty/number?n=x, 400, Something needs correcting",
    "/faulty/photo, 405, It cannot be opened this way"
  })
  void aPageSaysWhatHappenedAndWhatToDo(String path, int number, String heading) {
    HttpResponse<String> answer = Asking.get(path, "Accept-Language", "en");
    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertThat(answer.statusCode()).isEqualTo(number);
    assertThat(answer.body())
        .contains("<h1>" + heading + "</h1>", id, "href=\"/\"", "tel:12345")
        .doesNotContain("secret", "Exception", "at org.");
  }

  @ParameterizedTest
  @CsvSource({"bound?version=x, version", "bound?version=1&before=x, before", "number?n=x, n"})
  void whatCannotBeReadIsSaidInTheReadersWords(String path, String name) {
    for (String address : new String[] {"/faulty/", "/api/faulty/"}) {
      assertThat(Asking.get(address + path, "Accept-Language", "en").body())
          .contains("“" + name + "” was sent so that it cannot be read.", "reload it and try again")
          .doesNotContain("java", "Failed", "convert");
      assertThat(Asking.get(address + path, "Accept-Language", "zh").body())
          .contains("发来的“" + name + "”看不懂", "刷新后再试")
          .doesNotContain("java", "Failed", "convert");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "%7Bx%7D, %7Bx%7D",
    "%F0%9F%8C%B1, %F0%9F%8C%B1",
    "%0D%0ASet-Cookie, %0D%0ASet-Cookie"
  })
  void whereItLeadsIsWrittenSoThatAHeaderCarriesIt(String typed, String sent) {
    HttpResponse<String> answer = Asking.get("/faulty/led?to=" + typed);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/apply/" + sent + "?for=1%20");
  }

  /** What was foreseen is one line; what was not is told with where it happened. */
  @ParameterizedTest
  @CsvSource({
    "/faulty/closed, 503, WARN, GET /faulty/closed refused: closed-now",
    "/api/faulty/closed, 503, WARN, GET /api/faulty/closed refused: closed-now",
    "/faulty/broken, 500, ERROR, GET /faulty/broken failed"
  })
  void aForeseenRefusalIsOneLineOfTheLog(String path, int number, String level, String line) {
    Logger logger = (Logger) LoggerFactory.getLogger(FaultAdvice.class);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    logger.addAppender(heard);
    try {
      assertThat(Asking.get(path).statusCode()).isEqualTo(number);
    } finally {
      logger.detachAppender(heard);
    }
    assertThat(heard.list)
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.getLevel()).hasToString(level);
              assertThat(said.getFormattedMessage()).isEqualTo(line);
              assertThat(said.getThrowableProxy() == null).isEqualTo(level.equals("WARN"));
            });
  }

  /** As when the filter of the sessions cannot read one. */
  @ParameterizedTest
  @CsvSource({"08001, 500, 503", "53100, 500, 503", "42P01, 500, 500", "08001, 404, 404"})
  void whatAFilterMissesOfTheDatabaseIsNoFaultOfOurs(String state, int container, int said) {
    var thrown = new IllegalStateException("filter", new SQLException("secret", state));
    assertThat(FaultPages.of(thrown, container).http()).isEqualTo(said);
  }

  @Test
  void everyReasonIsSaid() {
    assertThat(Asking.get("/faulty/refused").body())
        .contains("别人刚办过这一步。", "请刷新后再看。", "没有写原因。", "请写上。");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nowhere, 404, not-found",
    "/api/faulty/refused, 409, case-outdated",
    "/api/faulty/broken, 500, internal-error",
    "/api/faulty/unkept, 422, unkeepable",
    "/api/faulty/number, 400, missing-parameter",
    "/api/faulty/number?n=x, 400, unreadable-parameter",
    "/api/faulty/photo, 405, method-not-allowed"
  })
  void aProgramGetsProblemJson(String path, int number, String code) {
    HttpResponse<String> answer = Asking.get(path, "Accept-Language", "en", "Accept", "*/*");
    assertThat(answer.statusCode()).isEqualTo(number);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains(
            "\"type\":\"urn:yiwang:problem:" + code + "\"",
            "\"status\":" + number,
            "\"code\":\"" + code + "\"",
            "\"next\":",
            "\"requestId\":\"" + answer.headers().firstValue("X-Request-Id").orElseThrow() + "\"")
        .doesNotContain("secret", "Exception");
  }

  @Test
  void aProblemSpeaksTheAskedLanguage() {
    assertThat(Asking.get("/api/nowhere", "Accept-Language", "zh").body()).contains("找不到这个页面");
    assertThat(Asking.get("/api/nowhere", "Accept-Language", "en").body())
        .contains("Page not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "application/xml", "image/png"})
  void aProblemIsSentWhateverTheCallerAccepts(String accept) {
    HttpResponse<String> answer = Asking.get("/api/faulty/refused", "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("case-outdated");
  }

  @Test
  void aMissingFieldIsNamed() {
    HttpResponse<String> answer =
        Asking.post("/api/faulty/report", "application/json", "{\"what\":\" \"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"what\"", "\"code\":\"invalid-field\"");
  }

  @ParameterizedTest
  @CsvSource({"{, application/json, 400", "x, text/plain, 415"})
  void whatCannotBeReadIsSaidPlainly(String body, String type, int number) {
    assertThat(Asking.post("/api/faulty/report", type, body).statusCode()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/faulty/photo", "/api/faulty/photo"})
  void aFileThatIsTooLargeIsRefusedWithAReason(String path) {
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n"
            + "a".repeat(1_100_000)
            + "\r\n--x--\r\n";
    HttpResponse<String> answer =
        Asking.send(
            Asking.request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(part)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("大小限制");
  }

  /** What the container refuses before any page of ours is asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a<b> HTTP/1.1",
        "GET /cases/%zz HTTP/1.1",
        "GET / HTTP/7.0",
        "\u0016\u0003\u0001",
        "CONNECT / HTTP/1.1"
      })
  void whatIsNotEvenARequestIsAnsweredInBothLanguages(String line) throws IOException {
    URI address = URI.create(PagesAlone.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket
          .getOutputStream()
          .write((line + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 ")
          .contains("首页", "Home", "href=\"/\"")
          .containsAnyOf("发来的内容看不懂", "这个地址不能这样使用")
          .doesNotContain("Tomcat", "HTTP Status", "Exception");
    }
  }
}
