package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.journal.EntryQuery;
import org.yiwang.journal.Journal;

/** Behind a proxy that ends TLS; administrators' forms and what they leave in the journal. */
@ProgramTest
@TestPropertySource(
    properties = {
      "yiwang.demo=true",
      "yiwang.demo-cases=0",
      "server.forward-headers-strategy=native",
      "yiwang.clients[0].id=counter",
      "yiwang.clients[0].secret=a-long-enough-secret-of-the-counter",
      "yiwang.clients[0].roles[0]=connected-system"
    })
class TransportTests {
  @LocalServerPort private int port;
  @Autowired private Journal journal;
  @Autowired private Accounts accounts;

  @Test
  void behindTlsCookiesAreSecureAndBrowsersAreToldToStay() {
    HttpResponse<String> secure =
        new Visitor(port).sending("X-Forwarded-Proto", "https").get("/sign-in");
    assertThat(secure.headers().firstValue("Strict-Transport-Security").orElse(""))
        .contains("max-age=31536000");
    assertThat(secure.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));

    HttpResponse<String> plain = new Visitor(port).get("/sign-in");
    assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aProgramNamedInTheSettingsGetsATokenWithItsSecretOnly() {
    Visitor program = new Visitor(port);
    HttpResponse<String> right = token(program, "a-long-enough-secret-of-the-counter");
    assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
    assertThat(right.body()).contains("access_token");
    assertThat(token(program, "wrong").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> token(Visitor program, String secret) {
    return program.post(
        "/oauth2/token",
        "grant_type",
        "client_credentials",
        "client_id",
        "counter",
        "client_secret",
        secret);
  }

  @Test
  void whatAnAdministratorDoesToAccountsAndProgramsStandsInTheJournal() {
    Visitor admin = new Visitor(port);
    admin.signIn("admin", "yiwang-demo");
    String account = accounts.findByLogin("verify-siping").orElseThrow().id().toString();
    String page = "/admin/accounts/" + account;
    assertThat(admin.get(page).statusCode()).isEqualTo(200);
    assertThat(admin.send(page, page + "/enabled", "enabled", "false").statusCode()).isEqualTo(303);
    assertThat(admin.send(page, page + "/enabled", "enabled", "true").statusCode()).isEqualTo(303);
    assertThat(admin.send("/admin/programs", "/admin/programs/no-such/enabled", "enabled", "false"))
        .extracting(HttpResponse::statusCode)
        .isNotEqualTo(500);

    List<String> kinds =
        journal.list(new EntryQuery("account.", null, null, null, null, null, 100)).stream()
            .map(entry -> entry.kind())
            .toList();
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(2);
    assertThat(admin.get("/admin/messages").statusCode()).isEqualTo(200);
  }

  @Test
  void auditorsAndLeadersBeginWhereTheirWorkIs() {
    Visitor auditor = new Visitor(port);
    assertThat(Visitor.location(auditor.signIn("audit", "yiwang-demo"))).endsWith("/access-log");
    assertThat(Visitor.location(new Visitor(port).signIn("leader", "yiwang-demo")))
        .endsWith("/board");
  }
}
