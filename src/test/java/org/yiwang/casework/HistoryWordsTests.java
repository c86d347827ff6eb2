package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** How a history tells what was done: as something done, not as what an officer is asked to do. */
@ProgramTest
@TestPropertySource(
    properties = {"yiwang.demo=true", "yiwang.demo-cases=0", "yiwang.casework.tick=P1D"})
class HistoryWordsTests {
  private static final String HERE = "310110009";
  private static final Pattern TITLE = Pattern.compile("<p class=\"line-title\"><b>([^<]+)</b>");

  @LocalServerPort private int port;
  @Autowired private Cases cases;
  @Autowired private Accounts accounts;
  @Autowired private Viewers viewers;
  @Autowired private JdbcClient sql;

  private Viewer viewer(String login) {
    return viewers.of(accounts.findByLogin(login).orElseThrow());
  }

  private Case opened() {
    return cases.open(
        new NewCase(
            "city-operations",
            "six-step",
            TimeLimit.parse("2 working-days"),
            new Case.About(
                "street-lamp-out",
                "public-facilities",
                Text.of("路灯不亮", "Street lamp out"),
                "楼下路灯坏了"),
            new Case.Where("鞍山四村三弄", 121.5019, 31.2844, HERE, HERE + "-01"),
            "greening",
            new Case.Origin("web", null, viewer("wang").account()),
            List.of(),
            true,
            UUID.randomUUID().toString(),
            new Actor(Actor.Kind.RESIDENT, null, Text.of("居民", "Resident"))));
  }

  private Case act(Case of, String action, String login) {
    Given given = Given.NOTHING.withNote("写明了").withUnit("greening").withReason("wrong-place");
    Viewer viewer = viewer(login);
    boolean own = login.equals("wang");
    return cases.act(
        new Move(of.number(), of.version(), action, given),
        own ? Mover.reporter(viewer) : Mover.of(viewer));
  }

  private Case returned() {
    Case now = act(opened(), "confirm", "verify-siping");
    now = act(act(now, "file", "duty"), "dispatch", "duty");
    return act(act(now, "accept", "handle-greening"), "return", "handle-greening");
  }

  private List<String> told(Case of, String language) {
    Person duty = Person.signedIn(URI.create("http://127.0.0.1:" + port), "duty");
    String page = duty.page("/cases/" + of.number(), language).body();
    return TITLE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  @Test
  void anOfficerReadsWhatWasDone() {
    Case of = returned();

    assertThat(told(of, "en"))
        .containsSubsequence(
            "Returned to the dispatcher",
            "Accepted",
            "Dispatched",
            "Filed",
            "Confirmed on the spot")
        .doesNotContain("Return", "Accept", "Dispatch", "File", "Confirm on the spot");
    assertThat(told(of, "zh")).containsSubsequence("已退单", "已接单", "已派遣", "已立案", "核查属实");
  }

  @Test
  void whoeverReportedReadsWhatTheyDidThemselves() {
    Case of = act(opened(), "withdraw", "wang");

    assertThat(cases.publicHistory(of).getLast().publicStatus())
        .isEqualTo(Text.of("已撤回", "Withdrawn"));
  }

  @Test
  void aCaseOnAVersionFromBeforeTheseWordsIsToldByTheNamesOfItsActions() {
    Case of = returned();
    keepOldVersion();
    sql.sql("update casework_case set lifecycle_version = 0 where number = ?")
        .param(of.number())
        .update();

    assertThat(told(of, "en")).contains("Return", "Accept", "Dispatch", "File");
  }

  /** The lifecycle as it was kept before its actions had these words. */
  private void keepOldVersion() {
    sql.sql(
            """
            insert into casework_lifecycle (application, id, version, definition)
            select application, id, 0, regexp_replace(definition, '"done":[{]"zh"[^}]*[}],', '', 'g')
              from casework_lifecycle where id = 'six-step' and version = 2
            """)
        .update();
  }
}
