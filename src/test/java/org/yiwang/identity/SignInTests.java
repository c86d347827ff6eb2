package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;

/** People sign in and out over HTTP; what protects them holds. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class SignInTests {
  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private AccountStore store;
  @Autowired private Accounts accounts;

  private Visitor visitor() {
    return new Visitor(port);
  }

  @Test
  void theDemosPeopleAreListedAndClickedIn() {
    String page = visitor().get("/sign-in").body();
    assertThat(page).contains("林海").contains("/sign-in?as=duty");

    String filled = visitor().get("/sign-in?as=duty").body();
    assertThat(filled).contains("value=\"duty\"").contains("value=\"yiwang-demo\"");
    assertThat(visitor().get("/sign-in?as=nobody").body()).doesNotContain("value=\"nobody\"");
  }

  @Test
  void afterSigningInOneIsWhereOneWantedToBeOrAtTheRolesStart() {
    Visitor duty = visitor();
    assertThat(Visitor.location(duty.get("/account?x=1")))
        .isEqualTo("/sign-in?to=%2Faccount%3Fx%3D1");
    HttpResponse<String> answer =
        duty.send(
            "/sign-in?to=%2Faccount%3Fx%3D1",
            "/sign-in", "login", "duty", "password", Demo.PASSWORD, "to", "/account?x=1");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(answer)).isEqualTo("/account?x=1");
    assertThat(duty.get("/account?x=1").body()).contains("林海");

    assertThat(Visitor.location(visitor().signIn("DUTY", Demo.PASSWORD))).isEqualTo("/desk");
    assertThat(Visitor.location(visitor().signIn("admin", Demo.PASSWORD))).isEqualTo("/admin");
    assertThat(Visitor.location(visitor().signIn("wang", Demo.PASSWORD))).isEqualTo("/");
  }

  @Test
  void nobodyIsSentToAnotherSite() {
    for (String to : new String[] {"https://evil.example", "//evil.example", "/\\evil.example"}) {
      HttpResponse<String> answer =
          visitor()
              .send("/sign-in", "/sign-in", "login", "duty", "password", Demo.PASSWORD, "to", to);
      assertThat(Visitor.location(answer)).isEqualTo("/desk");
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
    HttpResponse<String> wrong = visitor().signIn("leader", "wrong");
    HttpResponse<String> unknown = visitor().signIn("no-such-account", "wrong");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(summary(wrong)).isEqualTo(summary(unknown)).contains("账号或密码不正确");
    assertThat(wrong.body()).doesNotContain("value=\"wrong\"");
  }

  private static String summary(HttpResponse<String> answer) {
    return answer.body().replaceAll("(?s).*class=\"summary\"(.*?)</ul>.*", "$1");
  }

  @Test
  void visitorsHaveNoSessionAndASessionThatWasThereIsNotKept() {
    Visitor visitor = visitor();
    visitor.get("/sign-in");
    assertThat(visitor.cookie(SessionStorage.COOKIE)).isEmpty();

    visitor.plant(SessionStorage.COOKIE, "cGxhbnRlZC1ieS1zb21lYm9keQ");
    visitor.signIn("duty", Demo.PASSWORD);
    String first = visitor.cookie(SessionStorage.COOKIE).orElseThrow();
    assertThat(first).isNotEqualTo("cGxhbnRlZC1ieS1zb21lYm9keQ");

    visitor.signIn("duty", Demo.PASSWORD);
    assertThat(visitor.cookie(SessionStorage.COOKIE).orElseThrow()).isNotEqualTo(first);
    Visitor thief = visitor();
    thief.plant(SessionStorage.COOKIE, first);
    assertThat(thief.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void signingOutEndsTheSessionInTheDatabase() {
    Visitor duty = visitor();
    duty.signIn("leader", Demo.PASSWORD);
    assertThat(duty.get("/account").statusCode()).isEqualTo(200);
    String session = duty.cookie(SessionStorage.COOKIE).orElseThrow();

    assertThat(duty.get("/sign-out").statusCode()).isEqualTo(405);
    assertThat(duty.send("/account", "/sign-out").statusCode()).isEqualTo(303);

    Visitor thief = visitor();
    thief.plant(SessionStorage.COOKIE, session);
    assertThat(thief.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void aFormFromElsewhereIsRefused() {
    Visitor duty = visitor();
    assertThat(duty.post("/sign-in", "login", "duty", "password", Demo.PASSWORD).statusCode())
        .isEqualTo(403);
    duty.signIn("duty", Demo.PASSWORD);
    assertThat(duty.post("/sign-out").statusCode()).isEqualTo(403);
    assertThat(duty.post("/sign-out", "_csrf", visitor().token("/sign-in")).statusCode())
        .isEqualTo(403);
    assertThat(duty.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerForbidsTheBrowserWhatPagesNeverNeed() {
    for (String path : new String[] {"/sign-in", "/account", "/no-such-page", "/api/me"}) {
      HttpResponse<String> answer = visitor().get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'")
          .contains("script-src 'self'")
          .contains("frame-ancestors 'none'")
          .contains("form-action 'self'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
      assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
          .contains("geolocation=(self)");
    }
  }

  @Test
  void cookiesAreKeptFromScriptsAndFromOtherSites() {
    Visitor visitor = visitor();
    HttpResponse<String> page = visitor.get("/sign-in");
    HttpResponse<String> in = visitor.signIn("duty", Demo.PASSWORD);

    assertThat(page.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith(SessionStorage.COOKIE))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
  }

  @Test
  void aClosedAccountIsOutAtOnce() {
    Account leader = store.findByLogin("zhou").orElseThrow();
    Visitor zhou = visitor();
    zhou.signIn("zhou", Demo.PASSWORD);
    Visitor admin = visitor();
    admin.signIn("admin", Demo.PASSWORD);

    String path = "/admin/accounts/" + leader.id();
    admin.send(path, path + "/enabled", "enabled", "false");
    assertThat(zhou.get("/account").statusCode()).isEqualTo(303);
    assertThat(visitor().signIn("zhou", Demo.PASSWORD).statusCode()).isEqualTo(422);

    admin.send(path, path + "/enabled", "enabled", "true");
    assertThat(zhou.get("/account").statusCode()).as("the old session").isEqualTo(303);
    assertThat(accounts.getAccount(leader.id()).enabled()).isTrue();
  }

  @Test
  void demoAccountsKeepTheirPublicPassword() {
    Visitor duty = visitor();
    duty.signIn("duty", Demo.PASSWORD);
    HttpResponse<String> answer =
        duty.send(
            "/account",
            "/account/password",
            "old",
            Demo.PASSWORD,
            "fresh",
            "四平路的梧桐树会落叶的",
            "repeated",
            "四平路的梧桐树会落叶的");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(visitor().signIn("duty", Demo.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void aPageReadDoesNotWriteTheSession() {
    Visitor duty = visitor();
    duty.signIn("duty", Demo.PASSWORD);
    String query = "select sum(xmin::text::bigint) from identity_session";
    assertThat(duty.get("/account").statusCode()).isEqualTo(200);
    Long before = sql.sql(query).query(Long.class).single();
    duty.get("/account");

    assertThat(sql.sql(query).query(Long.class).single()).isEqualTo(before);
  }
}
