package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** Who asks too often is told so, with the time to wait; each test comes from its own address. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.limits.enabled=true",
      "yiwang.limits.sign-in=3/1h",
      "yiwang.limits.lookup=2/1h",
      "yiwang.limits.report=2/1h",
      "yiwang.limits.verify=2/1h",
      "yiwang.limits.mandates=2/1h",
      "server.forward-headers-strategy=native"
    })
class RateLimitsTests {
  @LocalServerPort private int port;

  private Visitor from(String address) {
    return new Visitor(port).sending("X-Forwarded-For", address);
  }

  @Test
  void theFourthSignInIsRefusedWithASentenceAndTheTimeToWait() {
    Visitor visitor = from("203.0.113.1");
    for (int i = 0; i < 3; i++) {
      assertThat(visitor.signIn("nobody", "wrong").statusCode()).isEqualTo(422);
    }
    HttpResponse<String> refused = visitor.signIn("nobody", "wrong");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 1200L);
    assertThat(refused.body()).contains("短时间内提交的次数太多");
    assertThat(visitor.get("/sign-in").statusCode()).as("reading is free").isEqualTo(200);
    assertThat(from("203.0.113.2").signIn("nobody", "wrong").statusCode()).isEqualTo(422);
  }

  /** A proxy adds the caller it sees at the end; whatever stands before, the caller has made up. */
  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.20", "10.20.30.40", "2001:db8:7::1"})
  void madeUpForwardedAddressesGiveNoFurtherTries(String caller) {
    for (int i = 0; i < 3; i++) {
      Visitor visitor = from("198.51.100." + i + ", " + caller);
      assertThat(visitor.signIn("nobody", "wrong").statusCode()).isIn(422, 429);
    }
    for (String madeUp : new String[] {"198.51.100.99", "127.0.0.1", "<script>", "unknown"}) {
      assertThat(from(madeUp + ", " + caller).signIn("nobody-" + caller, "wrong").statusCode())
          .as(madeUp)
          .isEqualTo(429);
    }
  }

  @Test
  void programsGetAProblem() {
    Visitor visitor = from("203.0.113.3");
    assertThat(visitor.post("/api/requests").statusCode()).isEqualTo(415);
    assertThat(visitor.post("/api/requests").statusCode()).isEqualTo(415);
    HttpResponse<String> refused = visitor.post("/api/requests");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
    assertThat(refused.body()).contains("too-many-requests");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.4, /api/requests/NO-4?phone=1234",
    "203.0.113.5, /api/requests/NO-5?receipt=ABCD-EFGH",
    "203.0.113.6, /api/%72equests/NO-6?phone=1234",
    "203.0.113.7, /requests/lookup?number=NO-7"
  })
  void theThirdLookUpIsRefusedOnThePageAndInTheApi(String address, String path) {
    Visitor visitor = from(address);
    assertThat(visitor.get(path).statusCode()).isIn(200, 404);
    assertThat(visitor.get(path).statusCode()).isIn(200, 404);

    assertThat(visitor.get(path).statusCode()).isEqualTo(429);
    assertThat(visitor.get("/api/requests/NO-2?phone=1234").statusCode())
        .as("page and API are one limit")
        .isEqualTo(429);
    assertThat(visitor.get("/requests/lookup").statusCode()).as("reading is free").isEqualTo(200);
  }

  @Test
  void aCodeThatIsSentByTheFormIsCountedToo() {
    Visitor visitor = from("203.0.113.8");
    String token = visitor.token("/requests/lookup");
    for (int expected : new int[] {404, 404, 429}) {
      assertThat(
              visitor
                  .post("/requests/lookup", "_csrf", token, "number", "NO-1", "code", "1234")
                  .statusCode())
          .isIn(expected, expected == 404 ? 422 : expected);
    }
  }

  @Test
  void checkingACredentialIsCountedOnThePageByLinkAndInTheApi() {
    Visitor visitor = from("203.0.113.10");
    assertThat(visitor.get("/verify/ABCD-EFGH").statusCode()).isEqualTo(200);
    assertThat(visitor.send("/verify", "/verify", "token", "x").statusCode()).isEqualTo(200);

    assertThat(visitor.post("/api/verify").statusCode()).isEqualTo(429);
    assertThat(visitor.get("/verify/ABCD-EFGH").statusCode()).isEqualTo(429);
    assertThat(visitor.send("/verify", "/verify", "token", "x").statusCode()).isEqualTo(429);
    assertThat(visitor.get("/verify").statusCode()).as("reading is free").isEqualTo(200);
  }

  @Test
  void namingPeopleForAMandateIsCounted() {
    Visitor visitor = from("203.0.113.11");
    String token = visitor.token("/sign-in");
    for (String way : new String[] {"/mandates/give", "/mandates/ask"}) {
      assertThat(visitor.post(way, "_csrf", token, "named", "somebody").statusCode())
          .isNotEqualTo(429);
    }
  }

  @Test
  void photosAreCountedWithTheReports() {
    Visitor visitor = from("203.0.113.9");
    for (int i = 0; i < 2; i++) {
      assertThat(visitor.upload("/api/requests/photos", 10, true, "\r\n--b--\r\n").statusCode())
          .isEqualTo(422);
    }
    assertThat(visitor.upload("/api/requests/photos", 10, true, "\r\n--b--\r\n").statusCode())
        .isEqualTo(429);
    assertThat(visitor.post("/api/requests").statusCode()).isEqualTo(429);
  }

  @Test
  void ratesAreWrittenAsTimesInATime() {
    assertThat(Rate.parse("30/1m")).isEqualTo(new Rate(30, Duration.ofMinutes(1)));
    assertThat(Rate.parse(" 5/2h ")).isEqualTo(new Rate(5, Duration.ofHours(2)));
    for (String wrong : new String[] {"30", "30/m", "0/1m", "-1/1m", "many"}) {
      assertThatThrownBy(() -> Rate.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
