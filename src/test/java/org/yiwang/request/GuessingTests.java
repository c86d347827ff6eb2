package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.ProgramTest;
import org.yiwang.page.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The last four digits of a telephone number protect a request: they cannot be tried out. */
@ProgramTest
class GuessingTests {
  private static final int FREE = 5;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  @Autowired private JdbcClient sql;
  @Autowired private Requests requests;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void afterFiveWrongGuessesTheRightOneHasToWaitAndTheReceiptCodeDoesNot() throws Exception {
    JsonNode receipt = filed("13800004711");
    String at = "/api/requests/" + receipt.get("number").asString();
    for (int i = 0; i < FREE; i++) {
      assertThat(get(at + "?phone=000" + i).statusCode()).isEqualTo(404);
    }
    HttpResponse<String> refused = get(at.toLowerCase(java.util.Locale.ROOT) + "?phone=4711");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("guessed-too-often").contains("查询码");
    assertThat(get(at + "?receipt=" + receipt.get("receipt").asString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theRightDigitsForgetTheWrongOnes() throws Exception {
    String number = filed("13800004712").get("number").asString();
    for (int i = 0; i < 3 * FREE; i++) {
      assertThat(requests.prove(number, "000" + i % 10)).isEmpty();
      if (i % (FREE - 1) == 0) {
        assertThat(requests.prove(number, "4712")).contains(new Proof(number, true));
      }
    }
  }

  @Test
  void theWaitEndsAndTheNextOneIsLonger() throws Exception {
    String number = filed("13800004713").get("number").asString();
    for (int i = 0; i < FREE; i++) {
      requests.prove(number, "0000");
    }
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> requests.prove(number, "4713"));
    sql.sql("update identity_attempt set locked_until = now() - interval '1 second'").update();
    assertThat(requests.prove(number, "0000")).isEmpty();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> requests.prove(number, "4713"))
        .satisfies(e -> assertThat(e.refusals().getFirst().next().en()).contains("2 minutes"));
  }

  @Test
  void aNumberThatDoesNotExistWaitsLikeOneThatDoes() {
    for (int i = 0; i < FREE; i++) {
      assertThat(requests.prove("YP-19990101-00001", "0000")).isEmpty();
    }
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> requests.prove("yp-19990101-00001 ", "0000"));
  }

  @Test
  void guessesSentAllAtOnceAreCountedOneByOne() throws Exception {
    String number = filed("13800004714").get("number").asString();
    Callable<Boolean> guess =
        () -> {
          try {
            return requests.prove(number, "0000").isEmpty();
          } catch (RefusedException waits) {
            return false;
          }
        };
    long looked = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> one : pool.invokeAll(java.util.Collections.nCopies(40, guess))) {
        looked += one.get() ? 1 : 0;
      }
    }
    assertThat(looked).isEqualTo(FREE);
  }

  private JsonNode filed(String phone) throws Exception {
    String report =
        """
        {"category": "manhole-missing", "text": "井盖没了", "lon": 121.529, "lat": 31.283,
         "contact": {"phone": "%s"}}
        """
            .formatted(phone);
    HttpRequest request =
        HttpRequest.newBuilder(address("/api/requests"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(report))
            .build();
    return json.readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
