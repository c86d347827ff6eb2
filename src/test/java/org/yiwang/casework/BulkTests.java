package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Text;
import org.yiwang.story.Person;

/** Several cases at once, by plain forms (批量办理). */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.casework.tick=P1D"})
class BulkTests {
  private static final Actor SOMEBODY =
      new Actor(Actor.Kind.RESIDENT, null, Text.of("居民", "Resident"));
  private static final Map<String, Person> PEOPLE = new ConcurrentHashMap<>();

  @LocalServerPort private int port;
  @Autowired private Cases cases;
  @Autowired private JdbcClient sql;

  @BeforeEach
  void emptyDesk() {
    sql.sql("delete from casework_case").update();
  }

  private Person person(String login) {
    return PEOPLE.computeIfAbsent(
        login, who -> Person.signedIn(URI.create("http://127.0.0.1:" + port), who));
  }

  private Case at(String step, String unit) {
    NewCase command =
        new NewCase(
            "city-operations",
            "six-step",
            TimeLimit.parse("2 working-days"),
            new Case.About("street-lamp-out", "lamps", Text.of("路灯不亮", "Lamp out"), "楼下路灯坏了"),
            new Case.Where("鞍山四村三弄", 121.5019, 31.2844, "310110009", "310110009-01"),
            unit,
            new Case.Origin("web", null, null),
            List.of(),
            true,
            UUID.randomUUID().toString(),
            SOMEBODY);
    var old =
        new OldCase(
            command, step, java.time.Instant.parse("2026-11-20T02:00:00Z"), null, null, null);
    return cases.find(String.valueOf(cases.adopt(List.of(old)).getFirst())).orElseThrow();
  }

  private String choose(String login, Case... chosen) {
    StringBuilder address = new StringBuilder("/desk/chosen?");
    for (Case one : chosen) {
      address.append("case=").append(one.number()).append('&');
    }
    return person(login).page(address.toString(), "zh").body();
  }

  private String act(String login, String action, String note, Case... chosen) {
    List<String> sent =
        List.of(chosen).stream().map(one -> one.number() + ":" + one.version()).toList();
    return person(login)
        .form("/desk/chosen/" + action, Map.of("case", String.join(",", sent), "note", note))
        .body();
  }

  @Test
  void theDeskLetsRowsBeChosenWithoutAScript() {
    Case one = at("handle", "greening");
    String desk = person("handle-greening").page("/desk", "zh").body();
    assertThat(desk)
        .contains("action=\"/desk/chosen\"", "批量办理选中的")
        .contains("name=\"case\" value=\"" + one.number() + "\"");
  }

  @Test
  void whatAllOfThemOfferIsDoneToEachByItself() {
    Case one = at("handle", "greening");
    Case two = at("handle", "greening");
    assertThat(choose("handle-greening", one, two))
        .contains("/desk/chosen/accept", one.number() + ":1");
    String done = act("handle-greening", "accept", "", one, two);
    assertThat(done).contains("2 件中办成 2 件");
    assertThat(cases.find(one.number()).orElseThrow().holder()).isNotNull();
    assertThat(cases.find(two.number()).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void oneThatHasMovedOnKeepsNoOtherBack() {
    Case one = at("handle", "greening");
    Case two = at("handle", "greening");
    Case elsewhere = at("handle", "housing");
    act("handle-greening", "accept", "", one);
    String done = act("handle-greening", "accept", "", one, two, elsewhere);
    assertThat(done).contains("3 件中办成 1 件", "这件事已有新的进展", "没有编号为 " + elsewhere.number());
    assertThat(done).doesNotContain("housing");
    assertThat(cases.find(elsewhere.number()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void whatAsksForMoreThanANoteOrIsNotSharedIsNotOffered() {
    Case one = at("handle", "greening");
    Case other = at("handle", "greening");
    assertThat(choose("handle-greening", one, other)).doesNotContain("/desk/chosen/done");
    act("handle-greening", "accept", "", one);
    assertThat(choose("handle-greening", one, other)).doesNotContain("/desk/chosen/accept");
    assertThat(choose("handle-greening")).contains("没有选中办件");
    assertThat(person("wang").page("/desk/chosen", "zh").status()).isEqualTo(403);
  }
}
