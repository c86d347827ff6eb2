package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** An officer's history of a report says who did what: by part, by name, or in part. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class HistoryNamesTests {
  @LocalServerPort private int port;

  private Person person(String login) {
    return Person.signedIn(URI.create("http://127.0.0.1:" + port), login);
  }

  @Test
  void whoReportedStandsThereByTheirPartAndNotByHalfOfIt() {
    Answer reported =
        person("wang")
            .post(
                "/api/requests",
                Map.of(
                    "category",
                    "street-lamp-out",
                    "text",
                    "路灯不亮",
                    "lon",
                    121.4995,
                    "lat",
                    31.2855,
                    "photos",
                    List.of(),
                    "address",
                    "路口",
                    "contact",
                    Map.of("phone", "13900008000")));
    assertThat(reported.good()).as(reported.body()).isTrue();
    String page = "/cases/" + reported.json().path("number").asString();
    Person officer = person("grid-siping");
    assertThat(officer.page(page, "zh").body())
        .contains("<span>反映人</span>")
        .doesNotContain("反**")
        .doesNotContain("王秀兰");
    assertThat(officer.page(page, "en").body())
        .contains("<span>Reporter</span>")
        .doesNotContain("R**")
        .doesNotContain("Wang Xiulan");
  }
}
