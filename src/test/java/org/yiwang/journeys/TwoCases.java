package org.yiwang.journeys;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/**
 * Two cases to ask for: one within reach of the demo's people of Siping Road and of the greening
 * department, and one elsewhere that is nobody's yet.
 *
 * @param photo id of a photo of the near one
 * @param versions of both, by number
 */
record TwoCases(String near, String far, String photo, Map<String, Integer> versions) {
  /** What the far one's reporter typed: every list that shows it has to show it as words. */
  private static final String HOSTILE = "路灯不亮 <script>alert(1)</script>";

  static TwoCases make(URI at) {
    Person wang = Person.signedIn(at, "wang");
    String photo =
        wang.file("/api/requests/photos", "photo", Reporting.photo().buffer)
            .json()
            .path(0)
            .asString();
    String near = reported(wang, "路灯不亮", 121.4995, 31.2855, List.of(photo));
    act(at, near, "grid-siping", "confirm", Map.of());
    act(at, near, "duty", "file", Map.of());
    act(at, near, "duty", "dispatch", Map.of("unit", "greening"));
    String far = reported(Person.signedIn(at, "zhou"), HOSTILE, 121.529, 31.318, List.of());
    return new TwoCases(near, far, photo, Map.of(near, version(at, near), far, version(at, far)));
  }

  private static String reported(
      Person person, String text, double lon, double lat, List<String> photos) {
    Answer answer =
        person.post(
            "/api/requests",
            Map.of(
                "category",
                "street-lamp-out",
                "text",
                text,
                "lon",
                lon,
                "lat",
                lat,
                "photos",
                photos,
                "address",
                "路口",
                "contact",
                Map.of("phone", "13900008000")));
    return done(answer).json().path("number").asString();
  }

  private static void act(
      URI at, String number, String account, String action, Map<String, ?> given) {
    Person person = Person.signedIn(at, account);
    var body = new java.util.HashMap<String, Object>(given);
    body.put("version", version(at, number));
    done(person.post("/api/cases/" + number + "/actions/" + action, body));
  }

  private static int version(URI at, String number) {
    Answer seen = Person.signedIn(at, "duty").get("/api/cases/" + number);
    return done(seen).json().path("version").asInt();
  }

  private static Answer done(Answer answer) {
    if (!answer.good()) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
