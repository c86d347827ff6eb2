package org.yiwang.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Following what somebody else reported, and what becomes of a report that repeats another. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.demo-cases=0"})
class FollowTests {
  private static final String SECRET = "我家门口张三停车处";
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  @Autowired private Cases cases;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aStrangerIsShownLandmarkAndDistanceAndMayFollowWithoutReadingTheReportersWords()
      throws Exception {
    String number = filed("121.5291", "31.2831", "13800006601").get("number").asString();
    Visitor stranger = new Visitor(port);
    draft(stranger, "121.5293", "31.2831", "13800006602");

    String check = stranger.get("/report/check").body();
    assertThat(check).contains("相距约 19 米").contains(number).doesNotContain(SECRET);
    HttpResponse<String> followed =
        stranger.send("/report/check", "/report/follow", "number", number);
    assertThat(Visitor.location(followed)).endsWith("/requests/lookup/" + number);

    withdraw(number, "13800006601", "私人原因");
    Visitor later = looking(number, "6602");
    assertThat(later.get("/requests/lookup/" + number).body())
        .contains("您关注的")
        .contains("已撤回")
        .doesNotContain(SECRET)
        .doesNotContain("私人原因");
    assertThat(get("/api/requests/" + number + "?phone=6602"))
        .contains("publicStatus")
        .doesNotContain("私人原因");
    assertThat(get("/api/requests/" + number + "?phone=6601")).contains("私人原因");
    assertThat(looking(number, "6601").get("/requests/lookup/" + number).body())
        .contains("您反映的")
        .contains(SECRET)
        .contains("私人原因");
  }

  @Test
  void whatProvesAReportThatWasJoinedToAnotherOpensTheOther() throws Exception {
    String first = filed("121.5101", "31.2901", "13800006611").get("number").asString();
    JsonNode second = filed("121.5102", "31.2901", "13800006612");
    String repeat = second.get("number").asString();
    Visitor duty = new Visitor(port);
    duty.signIn("duty", "yiwang-demo");
    HttpResponse<String> joined =
        duty.send(
            "/cases/" + repeat,
            "/cases/" + repeat + "/do/duplicate",
            "version",
            Integer.toString(cases.find(repeat).orElseThrow().version()),
            "otherCase",
            first);
    assertThat(joined.statusCode()).as(joined.body()).isEqualTo(303);

    Visitor reporter = looking(repeat, "6612");
    assertThat(reporter.get("/requests/lookup/" + repeat).body())
        .contains("您反映的已并入 ")
        .contains("/requests/lookup/" + first);
    assertThat(reporter.get("/requests/lookup/" + first).body())
        .as("the proof of the one opens the other")
        .contains("您关注的");
    assertThat(get("/api/requests/" + first + "?phone=6612")).contains(first);
    assertThat(get("/api/requests/" + first + "?receipt=" + second.get("receipt").asString()))
        .contains(first);
    assertThat(get("/api/requests/" + repeat + "?phone=6611")).contains("request-missing");
  }

  @Test
  void whoeverReportedSeesWhichUnitSawTheirNumber() throws Exception {
    String number = filed("121.5301", "31.2801", "13800006631").get("number").asString();
    String page = "/requests/lookup/" + number;
    assertThat(looking(number, "6631").get(page).body()).contains("还没有人看过完整的号码");
    Visitor duty = new Visitor(port);
    duty.signIn("duty", "yiwang-demo");
    assertThat(duty.send("/cases/" + number, "/cases/" + number + "/contact").body())
        .contains("13800006631");

    assertThat(looking(number, "6631").get(page).body())
        .contains("谁看过您的号码")
        .doesNotContain("还没有人看过完整的号码");
    Visitor auditor = new Visitor(port);
    auditor.signIn("audit", "yiwang-demo");
    assertThat(auditor.get("/access-log").body()).contains("/cases/" + number, "办理 " + number);
    auditor.get("/access-log?lang=en");
    assertThat(auditor.get("/access-log").body()).contains("Working on " + number);
    assertThat(duty.get("/cases/" + number).body()).contains("查阅个人信息：办理 " + number);
  }

  @Test
  void anOutdatedActIsAConflictAndSaysSo() throws Exception {
    String number = filed("121.5201", "31.2951", "13800006621").get("number").asString();
    Visitor reporter = looking(number, "6621");
    String page = "/requests/lookup/" + number;
    HttpResponse<String> answer =
        reporter.send(page, page, "action", "withdraw", "version", "99", "note", "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("情况已有变化").doesNotContain("有内容需要修改");

    HttpResponse<String> forbidden =
        reporter.send(page, page, "action", "dispatch", "version", "1", "note", "");
    assertThat(forbidden.statusCode()).isIn(403, 409);
    assertThat(forbidden.body()).doesNotContain("有内容需要修改");
  }

  @Test
  void faultsFoundOnTheLastPageLeadToTheStepWhereTheyAreCorrected() {
    Visitor visitor = new Visitor(port);
    HttpResponse<String> none =
        visitor.send("/report", "/report", "text", "qqqq zzzz", "category", "");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("href=\"#f-category\"").contains("id=\"f-category\"");

    visitor.send("/report", "/report", "text", "占道", "category", "manhole-missing");
    HttpResponse<String> sent = visitor.send("/report", "/report/check");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("href=\"/report/where#f-q\"");
  }

  private void draft(Visitor visitor, String lon, String lat, String phone) {
    visitor.send("/report", "/report", "text", "井盖没了", "category", "manhole-missing");
    visitor.send("/report/where", "/report/where", "lon", lon, "lat", lat, "q", "");
    visitor.send("/report/photos", "/report/photos", "todo", "next");
    visitor.send("/report/contact", "/report/contact", "phone", phone);
  }

  private void withdraw(String number, String phone, String why) {
    Visitor reporter = looking(number, phone.substring(7));
    String page = "/requests/lookup/" + number;
    Matcher version = VERSION.matcher(reporter.get(page).body());
    assertThat(version.find()).isTrue();
    reporter.send(page, page, "action", "withdraw", "version", version.group(1), "note", why);
  }

  private Visitor looking(String number, String code) {
    Visitor visitor = new Visitor(port);
    HttpResponse<String> proved =
        visitor.send("/requests/lookup", "/requests/lookup", "number", number, "code", code);
    assertThat(proved.statusCode()).as(proved.body()).isEqualTo(303);
    return visitor;
  }

  private JsonNode filed(String lon, String lat, String phone) throws Exception {
    String report =
        """
        {"category": "manhole-missing", "text": "井盖没了", "lon": %s, "lat": %s,
         "address": "%s", "contact": {"phone": "%s"}}
        """
            .formatted(lon, lat, SECRET, phone);
    HttpRequest request =
        HttpRequest.newBuilder(address("/api/requests"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(report))
            .build();
    return json.readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  private String get(String path) throws Exception {
    return client
        .send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
        .body();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
