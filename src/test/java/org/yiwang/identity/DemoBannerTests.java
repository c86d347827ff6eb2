package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** Wherever one comes in, in the demo the page says that its people are invented. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class DemoBannerTests {
  private static final List<String> PLACES =
      List.of(
          "VISITOR / /sign-in /about /report /requests/lookup /matters /matters/elder-allowance"
              + " /verify /journal /accessibility",
          "wang / /requests /wallet /file /mandates /account /desk /nowhere",
          "duty / /desk /board",
          "window /window /parties",
          "audit /access-log",
          "admin /admin /admin/packs /admin/jobs");

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({"zh, 演示环境：人物均为虚构", "en, Demonstration: people are invented"})
  void everyPageSaysSo(String language, String words) {
    for (String place : PLACES) {
      List<String> who = List.of(place.split(" "));
      Visitor visitor = new Visitor(port).sending("Accept-Language", language);
      if (!who.getFirst().equals("VISITOR")) {
        visitor.signIn(who.getFirst(), Demo.PASSWORD);
      }
      for (String path : who.subList(1, who.size())) {
        assertThat(visitor.get(path).body()).as(place + ": " + path).contains(words);
      }
    }
  }
}
