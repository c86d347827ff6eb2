package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.casework.Move.Given;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.story.Person;
import org.yiwang.story.Person.Answer;

/** The desk as its people use it: taking the next case, filtering, taking a list away. */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.casework.tick=P1D"})
class DeskTests {
  private static final String HERE = "310110009";
  private static final List<String> OFFICERS =
      List.of(
          "verify-siping",
          "verify-wujiaochang",
          "duty",
          "leader",
          "handle-greening",
          "handle-housing");
  private static final Actor SOMEBODY =
      new Actor(Actor.Kind.RESIDENT, null, Text.of("居民", "Resident"));
  private static final Map<String, Person> PEOPLE = new ConcurrentHashMap<>();

  @LocalServerPort private int port;
  @Autowired private Cases cases;
  @Autowired private CasePhotos photos;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private JdbcClient sql;

  @BeforeEach
  void emptyDesk() {
    sql.sql("delete from casework_case").update();
  }

  private Person person(String login) {
    return PEOPLE.computeIfAbsent(
        login, who -> Person.signedIn(URI.create("http://127.0.0.1:" + port), who));
  }

  private Viewer viewer(String login) {
    return viewers.of(accounts.findByLogin(login).orElseThrow());
  }

  private NewCase command(String description, String unit) {
    return command(description, unit, HERE + "-01");
  }

  private NewCase command(String description, String unit, String grid) {
    return new NewCase(
        "city-operations",
        "six-step",
        TimeLimit.parse("2 working-days"),
        new Case.About(
            "street-lamp-out",
            "public-facilities",
            Text.of("路灯不亮", "Street lamp out"),
            description),
        new Case.Where("鞍山四村三弄", 121.5019, 31.2844, HERE, grid),
        unit,
        new Case.Origin("web", null, viewer("wang").account()),
        List.of(),
        true,
        UUID.randomUUID().toString(),
        SOMEBODY);
  }

  private UUID photo() {
    return photos.keep(new ByteArrayInputStream(Pictures.jpeg(8, 6)), null, null);
  }

  private Case act(Case of, String action, String login) {
    Integer stars = action.equals("rate") ? Integer.valueOf(1) : null;
    Given given =
        Given.NOTHING
            .withNote("写明了")
            .withUnit("greening")
            .withRating(stars)
            .withPhotos(List.of(photo()));
    return cases.act(new Move(of.number(), of.version(), action, given), Mover.of(viewer(login)));
  }

  /** Their "take next" leads to the case; that of all others leads back to the desk. */
  private void nextOf(Case of, String... these) {
    for (String login : OFFICERS) {
      Answer answer = person(login).page("/desk/next", "zh");
      assertThat(answer.body().contains("现在没有轮到您的办件"))
          .as("nothing for %s in %s", login, of.position().step())
          .isEqualTo(!List.of(these).contains(login));
      assertThat(answer.good()).isTrue();
    }
  }

  @Test
  void takingTheNextCaseWorksForEveryRoleInEveryStep() {
    Case now = cases.open(command("楼下路灯坏了", "greening"));
    nextOf(now, "verify-siping");
    now = act(now, "confirm", "verify-siping");
    nextOf(now, "duty");
    now = act(now, "file", "duty");
    now = act(now, "dispatch", "duty");
    nextOf(now, "handle-greening");
    now = act(now, "accept", "handle-greening");
    nextOf(now, "handle-greening");
    now = act(now, "done", "handle-greening");
    nextOf(now, "verify-siping");
    now = act(now, "pass", "verify-siping");
    nextOf(now);
    now = act(now, "rate", "wang");
    nextOf(now, "duty");
  }

  @Test
  void whoeverReportedHasNoOfficersDoor() {
    Case of = cases.open(command("楼下路灯坏了", "greening"));
    UUID shown = photo();
    sql.sql("update casework_photo set number = ? where id = ?")
        .params(of.number(), shown)
        .update();
    String photo = "/cases/" + of.number() + "/photos/" + shown;
    Person wang = person("wang");
    assertThat(wang.get("/api/cases/" + of.number()).status()).isEqualTo(403);
    assertThat(wang.get("/cases/" + of.number()).status()).isEqualTo(403);
    assertThat(wang.get(photo).status()).isEqualTo(403);
    Map<String, Integer> act = Map.of("version", 1);
    assertThat(wang.post("/api/cases/" + of.number() + "/actions/withdraw", act).status())
        .isEqualTo(403);
    assertThat(wang.get("/api/requests/" + of.number()).status()).isEqualTo(200);
    assertThat(person("verify-siping").get(photo).status()).isEqualTo(200);
    assertThat(person("verify-wujiaochang").get(photo).status()).isEqualTo(404);
  }

  @Test
  void aListIsTakenAwayWholeAndNoFartherThanItsReaderSees() {
    List<OldCase> old = new ArrayList<>();
    for (int i = 0; i < 1203; i++) {
      old.add(dispatched("=SUM(A1:A9) " + i, "greening"));
    }
    old.add(dispatched("不是绿化的", "housing"));
    cases.adopt(old);
    String file = person("handle-greening").get("/desk/cases.csv?pace=open&sort=number").body();
    List<String> lines = file.lines().toList();
    assertThat(lines).hasSize(1204).doesNotHaveDuplicates();
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.contains("'=SUM(A1:A9) "))
        .isSorted();
    assertThat(file).doesNotContain("不是绿化的", String.valueOf(viewer("wang").account()));
    assertThat(person("duty").get("/desk/cases.csv?unit=housing").body().lines()).hasSize(2);
    assertThat(person("verify-siping").get("/desk/cases.csv").status()).isEqualTo(403);
    assertThat(person("wang").get("/desk/cases.csv").status()).isEqualTo(403);
  }

  @Test
  void onlyWhoMayTakeAListAwayIsOfferedIt() {
    String offered = "导出这个列表";
    for (String login : List.of("duty", "leader", "handle-greening")) {
      assertThat(person(login).page("/desk", "zh").body()).as(login).contains(offered);
      assertThat(person(login).get("/desk/cases.csv").status()).as(login).isEqualTo(200);
    }
    for (String login : List.of("grid-siping", "verify-siping", "audit", "window")) {
      assertThat(person(login).page("/desk", "zh").body())
          .as(login)
          .contains("办件台")
          .doesNotContain(offered);
      assertThat(person(login).get("/desk/cases.csv").status()).as(login).isEqualTo(403);
    }
  }

  @Test
  void theMapShowsTheCasesOfTheListAndNoOthers() {
    List<String> own = new ArrayList<>();
    for (int i = 0; i < 28; i++) { // more than a page of the list
      own.add(cases.open(command("楼下路灯坏了 " + i, "greening")).number());
    }
    Case other = cases.open(command("别的网格", "greening", HERE + "-02"));
    Case filed = act(cases.find(own.getFirst()).orElseThrow(), "confirm", "verify-siping");
    Person grid = person("grid-siping");
    assertThat(onMap(grid, "pace=open")).containsExactlyInAnyOrderElementsOf(own);
    assertThat(onMap(grid, "pace=open"))
        .containsExactlyInAnyOrderElementsOf(listed(grid, "pace=open"));
    assertThat(onMap(grid, "mine=true"))
        .hasSize(27)
        .doesNotContain(filed.number())
        .containsExactlyInAnyOrderElementsOf(listed(grid, "mine=true"));
    assertThat(onMap(grid, "words=" + other.number())).isEmpty();
    assertThat(onMap(person("verify-siping"), "words=" + other.number()))
        .containsExactly(other.number());
    assertThat(grid.page("/desk", "zh").body()).contains("在地图上看（27）").doesNotContain("办件太多");
  }

  @Test
  void aMapThatCannotShowAllSaysSo() {
    List<OldCase> old = new ArrayList<>();
    for (int i = 0; i < 301; i++) {
      old.add(dispatched("路灯 " + i, "greening"));
    }
    cases.adopt(old);
    Person handler = person("handle-greening");
    assertThat(onMap(handler, "pace=open")).hasSize(300);
    assertThat(handler.page("/desk?pace=open", "zh").body()).contains("地图上只画了最急的 300 件");
    assertThat(handler.page("/desk?pace=open", "en").body()).contains("only the 300 most urgent");
  }

  private static List<String> onMap(Person who, String filter) {
    String desk = who.page("/desk?" + filter, "zh").body();
    return Pattern.compile("<data hidden [^>]*data-href=\"/cases/([^\"]+)\"")
        .matcher(desk)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> listed(Person who, String filter) {
    return Pattern.compile("\"number\":\"([^\"]+)\"")
        .matcher(who.get("/api/cases?size=100&" + filter).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void aFilterIsSetByAPlainFormAndKeepsTheQueue() {
    Case of = cases.open(command("楼下路灯坏了", "greening"));
    Person duty = person("duty");
    String desk = duty.page("/desk", "zh").body();
    assertThat(desk).contains("筛选", "name=\"area\"", "name=\"opened-since\"");
    assertThat(desk).containsPattern("type=\"hidden\" name=\"mine\" value=\"true\"");
    String sent = "/desk?pace=open&area=" + HERE + "&group=&unit=&opened-since=";
    String found = duty.page(sent, "zh").body();
    assertThat(found).contains(of.number()).doesNotContain("group=&amp;");
    assertThat(found).contains("<option value=\"" + HERE + "\" selected>");
    assertThat(duty.page("/desk?pace=open&area=310110019&unit=", "zh").body())
        .doesNotContain(of.number());
    assertThat(duty.page("/desk?pace=&area=", "zh").body()).contains(of.number());
  }

  @Test
  void theQueueThatIsShownIsMarkedWhateverItsOrder() {
    Person duty = person("duty");
    for (String order : List.of("", "&sort=-opened", "&sort=due")) {
      assertThat(duty.page("/desk?pace=closed" + order, "zh").body())
          .as(order)
          .contains("aria-current=\"page\">已结案")
          .doesNotContain("aria-current=\"page\">全部在办");
    }
    assertThat(duty.page("/desk", "zh").body()).contains("aria-current=\"page\">轮到我的");
  }

  private OldCase dispatched(String description, String unit) {
    Instant opened = Instant.parse("2026-11-20T02:00:00Z");
    return new OldCase(command(description, unit), "handle", opened, null, null, null);
  }
}
