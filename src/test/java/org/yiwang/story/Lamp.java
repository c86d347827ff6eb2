package org.yiwang.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.yiwang.story.Person.Answer;

/** A street lamp that is out, in the grid of {@code grid-siping}: what most tests of cases need. */
public final class Lamp {
  private Lamp() {}

  /** Reported by 王秀兰 through the API; gives the case's number. */
  public static String reported(int port) {
    Answer answer =
        Person.signedIn(URI.create("http://127.0.0.1:" + port), "wang")
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
                    31.2855));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("number").asString();
  }
}
