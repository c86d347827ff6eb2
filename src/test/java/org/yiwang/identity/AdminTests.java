package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** An administrator's forms, as they are sent, and what the journal keeps of each. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class AdminTests {
  private static final String NEW = "/admin/accounts/new";
  private static final Pattern PASSWORD =
      Pattern.compile("(?:密码|Password)</dt>\\s*<dd><code>([^<]+)");
  private static final Pattern SECRET = Pattern.compile("只显示这一次：([\\w-]+)");

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private AccountStore store;
  @Autowired private DemoAnnouncement announcement;

  private Visitor admin;

  @BeforeEach
  void signIn() {
    admin = new Visitor(port);
    admin.signIn("admin", Demo.PASSWORD);
    sql.sql("delete from identity_account where login like 'made-%'").update();
  }

  @Test
  void aNewAccountSignsInWithThePasswordThatIsShownOnceAndMustChangeIt() {
    HttpResponse<String> made = create("made-one", "greening");
    assertThat(made.statusCode()).isEqualTo(200);
    Visitor fresh = new Visitor(port);
    fresh.signIn("made-one", password(made));
    assertThat(fresh.get("/account").body()).contains("新来的").contains("这是一次性密码");
    assertThat(Visitor.location(fresh.get("/desk"))).isEqualTo("/account");
    assertThat(admin.get("/admin?q=made-one").body()).contains("made-one");
    assertThat(journal("account:" + id("made-one"))).containsExactly("account.created");
  }

  @Test
  void whatIsWrongInTheFormIsSaidAndWhatWasTypedStays() {
    create("made-two", "greening");
    HttpResponse<String> taken = create("made-two", "greening");
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("已有人用这个账号名").contains("value=\"新来的\"");
    HttpResponse<String> nameless =
        admin.send(
            NEW,
            NEW,
            "login",
            "made-three",
            "nameZh",
            " ",
            "roles",
            "department-handler",
            "unit",
            "greening");
    assertThat(nameless.statusCode()).isEqualTo(422);
    assertThat(nameless.body()).contains("请填写姓名").contains("value=\"made-three\"");
    assertThat(store.findByLogin("made-three")).isEmpty();
  }

  @Test
  void aMovedAccountWorksForTheOtherUnitAtOnce() {
    create("made-four", "greening");
    String page = "/admin/accounts/" + id("made-four");
    HttpResponse<String> moved =
        admin.send(page, page + "/post", "roles", "department-handler", "unit", "housing");
    assertThat(Visitor.location(moved)).isEqualTo(page);
    assertThat(store.findByLogin("made-four").orElseThrow().unit()).isEqualTo("housing");
    HttpResponse<String> nowhere =
        admin.send(page, page + "/post", "roles", "department-handler", "unit", "atlantis");
    assertThat(nowhere.statusCode()).isEqualTo(422);
    assertThat(store.findByLogin("made-four").orElseThrow().unit()).isEqualTo("housing");
    assertThat(journal("account:" + id("made-four")))
        .containsExactly("account.created", "account.moved");
  }

  @Test
  void aNewPasswordEndsTheOldOne() {
    String old = password(create("made-five", "greening"));
    String page = "/admin/accounts/" + id("made-five");
    HttpResponse<String> reset = admin.send(page, page + "/password");
    assertThat(new Visitor(port).signIn("made-five", old).statusCode()).isEqualTo(422);
    assertThat(new Visitor(port).signIn("made-five", password(reset)).statusCode()).isEqualTo(303);
    assertThat(journal("account:" + id("made-five")))
        .contains("account.created", "account.password-reset");
  }

  @Test
  void aClosedAccountCannotSignInUntilItIsOpenedAgain() {
    String password = password(create("made-six", "greening"));
    String page = "/admin/accounts/" + id("made-six");
    admin.send(page, page + "/enabled", "enabled", "false");
    assertThat(new Visitor(port).signIn("made-six", password).statusCode()).isEqualTo(422);
    admin.send(page, page + "/enabled", "enabled", "true");
    assertThat(new Visitor(port).signIn("made-six", password).statusCode()).isEqualTo(303);
    assertThat(journal("account:" + id("made-six"))).contains("account.closed", "account.opened");
  }

  @Test
  void nobodyChangesTheirOwnPostAndDemoPasswordsStay() {
    String own = "/admin/accounts/" + id("admin");
    assertThat(admin.send(own, own + "/post", "roles", "leader").statusCode()).isEqualTo(403);
    String duty = "/admin/accounts/" + id("duty");
    assertThat(admin.send(duty, duty + "/password").statusCode()).isEqualTo(403);
    Visitor officer = new Visitor(port);
    officer.signIn("duty", Demo.PASSWORD);
    assertThat(officer.get(NEW).statusCode()).isEqualTo(403);
  }

  @Test
  void programsAreRegisteredClosedAndOpenedAndTheJournalSaysSo() {
    String id = "made-" + System.nanoTime();
    HttpResponse<String> registered =
        admin.send(
            "/admin/programs",
            "/admin/programs",
            "id",
            id,
            "name",
            "试验应用",
            "redirects",
            "https://app.example/back");
    Matcher secret = SECRET.matcher(registered.body());
    assertThat(secret.find()).as(registered.body()).isTrue();
    assertThat(admin.get("/admin/programs").body()).contains(id).doesNotContain(secret.group(1));
    String to = "/admin/programs/" + id + "/enabled";
    admin.send("/admin/programs", to, "enabled", "false");
    admin.send("/admin/programs", to, "enabled", "true");
    assertThat(journal("program:" + id))
        .containsExactly("program.registered", "program.closed", "program.opened");
    HttpResponse<String> unsafe =
        admin.send(
            "/admin/programs",
            "/admin/programs",
            "id",
            id + "-x",
            "name",
            "试验",
            "redirects",
            "http://app.example/back");
    assertThat(unsafe.statusCode()).isEqualTo(422);
    assertThat(unsafe.body()).contains("返回地址不能用").contains("http://app.example/back");
    assertThat(journal("program:" + id + "-x")).isEmpty();
  }

  @Test
  void theTerminalNamesOneAccountForEachRole() {
    List<String> lines = announcement.lines();
    assertThat(lines.getFirst()).contains("everybody's password").endsWith(Demo.PASSWORD);
    assertThat(lines)
        .anyMatch(line -> line.matches("  duty +值守长 Duty officer · 林海 Lin Hai"))
        .anyMatch(line -> line.matches("  wang +居民 Resident · 王秀兰 Wang Xiulan"))
        .noneMatch(line -> line.contains("grid-wujiaochang"));
  }

  private HttpResponse<String> create(String login, String unit) {
    return admin.send(
        NEW,
        NEW,
        "login",
        login,
        "nameZh",
        "新来的",
        "nameEn",
        "New One",
        "roles",
        "department-handler",
        "unit",
        unit);
  }

  private String id(String login) {
    return store.findByLogin(login).orElseThrow().id().toString();
  }

  private static String password(HttpResponse<String> page) {
    Matcher found = PASSWORD.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  private List<String> journal(String subject) {
    return sql.sql("select kind from journal_entry where subject = ? order by id")
        .param(subject)
        .query(String.class)
        .list();
  }
}
