package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** Addresses and forms that no browser makes: refused with a sentence, never a failure of ours. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class UnreadableAddressTests {
  private static final List<String> WRONG = List.of("%FF", "%ED%A0%80", "%00", "a%00b");
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/report?q=",
        "/matters?q=",
        "/requests/lookup?number=",
        "/desk?area=",
        "/desk?words=",
        "/desk/cases.csv?words=",
        "/access-log?who=",
        "/journal/receipts?of=",
        "/sign-in?to=",
        "/oauth2/authorize?client_id=",
        "/styleguide?x=",
        "/nowhere?x="
      })
  void anAddressThatIsNoTextIsRefused(String address) {
    Visitor auditor = new Visitor(port).sending("Accept-Language", "en");
    auditor.signIn("audit", Demo.PASSWORD);
    for (String value : WRONG) {
      HttpResponse<String> answer = auditor.get(address + value);
      assertThat(answer.statusCode()).as(address + value).isEqualTo(400);
      assertThat(answer.body())
          .contains("What was sent cannot be read.", "Go back and fill in the form again.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/places?q=",
        "/api/categories?q=",
        "/api/requests/X?phone=",
        "/api/places/at?lon="
      })
  void aProgramIsToldTheSameAsAProblem(String address) {
    for (String value : WRONG) {
      HttpResponse<String> answer = new Visitor(port).get(address + value);
      assertThat(answer.statusCode()).as(address + value).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("unreadable-request");
    }
  }

  @ParameterizedTest
  @CsvSource({"/sign-in, login", "/requests/lookup, number", "/report, text", "/verify, token"})
  void aFormWithTheSignThatNoTextHoldsIsRefused(String address, String field) {
    HttpResponse<String> answer = new Visitor(port).send("/report", address, field, "a\0b");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("发来的内容看不懂");
  }

  /** ISO knows years of nine digits; a list's address with one opens as if it were not there. */
  @ParameterizedTest
  @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "0000-00-00", "2026-02-30"})
  void aDayThatNoOfficeKnowsCountsAsNotGiven(String day) {
    Visitor auditor = new Visitor(port);
    auditor.signIn("audit", Demo.PASSWORD);
    for (String address :
        List.of(
            "/access-log?from=", "/access-log?until=", "/desk?opened-on=", "/desk?closed-since=")) {
      assertThat(auditor.get(address + day).statusCode()).as(address).isEqualTo(200);
    }
  }
}
