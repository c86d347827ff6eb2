package org.yiwang.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** Wrong codes keep nobody out who has the right one, and give no more tries than before. */
@CounterTest
@TestPropertySource(properties = {"yiwang.limits.enabled=true", "yiwang.limits.lookup=3/1h"})
class WrongCodesTests {
  @LocalServerPort private int port;
  @Autowired private SubmissionStore store;
  @Autowired private ApplicationContext program;

  @Test
  void whoeverHasTheRightCodeGetsThroughFromANetworkOfWrongOnes() {
    Applicant lin = new Applicant(port, "lin");
    CodeSteps codes = new CodeSteps(port, lin, store);
    String number = CounterSteps.takenIn(lin, "M-00785001");
    String code = codes.code(number);
    new CounterSteps(program).nobodyStaysAtTheCounter();
    Person guesser = codes.visitor();
    for (int i = 0; i < 3; i++) {
      assertThat(wrong(guesser, number).status()).isEqualTo(404);
    }
    Answer over = wrong(guesser, number);
    Answer none = wrong(guesser, "LC-20200101-99999");
    assertThat(over.status()).isEqualTo(429);
    assertThat(over.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(over.words()).contains("短时间内提交的次数太多");
    assertThat(none.status()).as("the same of a number that is none").isEqualTo(429);
    assertThat(guesser.get("/api/requests/" + number + "?phone=1234").status())
        .as("one limit with looking up")
        .isEqualTo(429);
    assertThat(CodeSteps.opens(codes.visitor(), number, code).path()).startsWith("/follow/");
    assertThat(wrong(guesser, number).status()).as("the right one frees none").isEqualTo(429);
  }

  private static Answer wrong(Person who, String number) {
    return CodeSteps.opens(who, number, "2222-2222-2222-2222");
  }
}
