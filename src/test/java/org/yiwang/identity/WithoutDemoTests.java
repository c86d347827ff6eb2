package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.ProgramTest;
import org.yiwang.pack.Text;

/** Without the demo nobody has a password that others know. */
@ProgramTest
class WithoutDemoTests {
  private static final Post NOBODY = new Post(new TreeSet<>(), null, null, null);
  @LocalServerPort private int port;
  @Autowired private AccountStore store;
  @Autowired private Passwords passwords;
  @Autowired private FirstAdministrator first;
  @Autowired private JdbcClient sql;

  private Account make(String login, String password, boolean mustChange, boolean demo) {
    UUID id =
        store.insert(
            new NewAccount(
                login, Text.same(login), NOBODY, passwords.hash(password), mustChange, demo),
            Validity.from(Instant.now()));
    return store.find(id).orElseThrow();
  }

  @Test
  void theDemosPasswordOpensNothingEvenIfItsRowsAreThere() {
    make("left-over", Demo.PASSWORD, false, true);
    make("careless", Demo.PASSWORD, false, false);

    assertThat(new Visitor(port).signIn("left-over", Demo.PASSWORD).statusCode()).isEqualTo(422);
    assertThat(new Visitor(port).signIn("careless", Demo.PASSWORD).statusCode()).isEqualTo(422);
    assertThat(new Visitor(port).get("/sign-in").body()).doesNotContain(Demo.PASSWORD);
  }

  /** The clock was a year ahead when the password was changed, and has been put back since. */
  @Test
  void aClockThatWasPutBackShutsNobodyOutAndBringsNoEndedSessionBack() {
    Account account = make("from-the-future", "五角场的霓虹灯很亮", false, false);
    Instant ahead = Validity.from(Instant.now().plus(Duration.ofDays(365)));
    store.saveEnabled(account.id(), true, ahead);
    Visitor visitor = new Visitor(port);
    assertThat(visitor.signIn("from-the-future", "五角场的霓虹灯很亮").statusCode()).isEqualTo(303);
    assertThat(visitor.get("/api/me").body()).contains("from-the-future");

    assertThat(change(visitor, "五角场的霓虹灯很亮", "五角场的霓虹灯更亮了").statusCode()).isEqualTo(303);
    assertThat(visitor.get("/api/me").body()).as("who changed it").contains("from-the-future");
    assertThat(store.find(account.id()).orElseThrow().validFrom()).isAfter(ahead);
  }

  @Test
  void aOneTimePasswordHasToBeChangedBeforeAnythingElse() {
    make("newcomer", "one-time-abcdef", true, false);
    Visitor visitor = new Visitor(port);
    assertThat(visitor.signIn("newcomer", "one-time-abcdef").statusCode()).isEqualTo(303);

    assertThat(Visitor.location(visitor.get("/"))).isEqualTo("/account");
    assertThat(visitor.get("/api/me").statusCode()).isEqualTo(403);
    assertThat(change(visitor, "wrong", "五角场的霓虹灯很亮很亮").statusCode()).isEqualTo(422);
    assertThat(change(visitor, "one-time-abcdef", "short").statusCode()).isEqualTo(422);

    Visitor other = new Visitor(port);
    other.signIn("newcomer", "one-time-abcdef");
    assertThat(change(visitor, "one-time-abcdef", "五角场的霓虹灯很亮很亮").statusCode()).isEqualTo(303);
    assertThat(visitor.get("/api/me").statusCode()).as("this session goes on").isEqualTo(200);
    assertThat(other.get("/account").statusCode()).as("others end").isEqualTo(303);
    assertThat(new Visitor(port).signIn("newcomer", "one-time-abcdef").statusCode()).isEqualTo(422);
  }

  private static HttpResponse<String> change(Visitor visitor, String old, String fresh) {
    return visitor.send(
        "/account", "/account/password", "old", old, "fresh", fresh, "repeated", fresh);
  }

  @Test
  void theFirstAdministratorIsMadeOnceAndMustChangeThePassword() {
    assertThat(store.list()).anyMatch(a -> a.roles().contains("administrator") && a.mustChange());
    List<String> shown = new ArrayList<>();
    first.create(shown::add);
    assertThat(shown).as("a second start prints nothing").isEmpty();

    sql.sql("update identity_account set demo = true where not demo").update();
    first.create(shown::add);
    Matcher words = Pattern.compile("账号 (\\S+) .*密码 (\\S+)").matcher(shown.getFirst());
    assertThat(words.find()).isTrue();
    assertThat(Visitor.location(new Visitor(port).signIn(words.group(1), words.group(2))))
        .isEqualTo("/admin");
    assertThat(passwords.matches("x", "")).isFalse();
    sql.sql("update identity_account set demo = false").update();
  }
}
