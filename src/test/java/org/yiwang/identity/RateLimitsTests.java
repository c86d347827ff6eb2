package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** Who asks too often is told so, with the time to wait. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.limits.enabled=true",
      "yiwang.limits.sign-in=3/1h",
      "yiwang.limits.lookup=2/1h",
      "yiwang.limits.report=2/1h"
    })
class RateLimitsTests {
  @LocalServerPort private int port;

  @Test
  void theFourthSignInIsRefusedWithASentenceAndTheTimeToWait() {
    Visitor visitor = new Visitor(port);
    for (int i = 0; i < 3; i++) {
      assertThat(visitor.signIn("nobody", "wrong").statusCode()).isEqualTo(422);
    }
    HttpResponse<String> refused = visitor.signIn("nobody", "wrong");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 1200L);
    assertThat(refused.body()).contains("短时间内提交的次数太多");
    assertThat(visitor.get("/sign-in").statusCode()).as("reading is free").isEqualTo(200);
  }

  @Test
  void programsGetAProblem() {
    Visitor visitor = new Visitor(port);
    visitor.post("/api/requests");
    visitor.post("/api/requests");
    HttpResponse<String> refused = visitor.post("/api/requests");

    assertThat(refused.statusCode()).isIn(401, 429);
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
