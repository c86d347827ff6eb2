package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.ProgramTest;
import org.yiwang.casework.Pictures;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** On the page of a report: five photos are kept, a sixth is refused, and the five stay. */
@ProgramTest
class SixthPhotoTests {
  private static final String PAGE = "/report/photos";

  @LocalServerPort private int port;

  @Test
  void theSixthIsRefusedAndTheFiveStay() {
    Person resident = new Person(URI.create("http://127.0.0.1:" + port));
    resident.page("/report", "zh");
    resident.form("/report", Map.of("text", "路灯不亮", "category", "street-lamp-out"));
    for (int i = 1; i <= 5; i++) {
      Answer kept = add(resident);
      assertThat(kept.status()).as(kept.shortly()).isEqualTo(200);
      assertThat(kept(kept)).isEqualTo(i);
    }
    assertThat(resident.page(PAGE, "zh").body())
        .as("no room is offered")
        .doesNotContain("type=\"file\"");

    Answer sixth = add(resident);
    assertThat(sixth.status()).isEqualTo(422);
    assertThat(sixth.words()).contains("照片最多 5 张。", "请去掉几张再继续。");
    assertThat(kept(sixth)).isEqualTo(5);
    assertThat(kept(resident.page(PAGE, "zh"))).isEqualTo(5);
  }

  private static Answer add(Person resident) {
    return resident.form(PAGE, Map.of("todo", "add"), Map.of("photos", Pictures.jpeg(8, 6)));
  }

  private static int kept(Answer page) {
    return page.body().split("value=\"drop:", -1).length - 1;
  }
}
