package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yiwang.ProgramTest;
import org.yiwang.pack.Text;

/** Who works here is called by name, whether they belong to a unit or not; residents in part. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class WorksHereTests {
  @LocalServerPort private int port;
  @Autowired private AccountStore store;
  @Autowired private Accounts accounts;
  @Autowired private ShownName names;
  @Autowired private Viewers viewers;
  @Autowired private AccessLog access;

  private Account made(String name, Set<String> roles, @Nullable String unit) {
    String login = "works-" + UUID.randomUUID().toString().substring(0, 13);
    Post post = new Post(roles, unit, null, null);
    UUID id =
        store.insert(
            new NewAccount(login, Text.same(name), post, null, false, false),
            Validity.from(Instant.now()));
    return store.find(id).orElseThrow();
  }

  private String logged(Account account) {
    access.read(
        viewers.of(account),
        AccessLog.Sight.ofParty("case:X-" + account.login(), UUID.randomUUID()),
        Text.same("看一眼"));
    Visitor audit = new Visitor(port);
    audit.signIn("audit", Demo.PASSWORD);
    return audit.get("/access-log?who=" + account.login()).body();
  }

  @Test
  void whoeverARoleLetsWorkHereDoesWithoutAUnitToo() {
    for (String role : Set.of("leader", "auditor", "administrator", "connected-system")) {
      Account account = made("系统管理员", Set.of("resident", role), null);
      assertThat(accounts.isResident(account)).as(role).isFalse();
      assertThat(names.of(account)).as(role).isEqualTo(account.name());
    }
  }

  @Test
  void aUnitAloneMakesNobodyAColleague() {
    Account account = made("欧阳明", Set.of("resident"), "greening");
    assertThat(accounts.isResident(account)).isTrue();
    assertThat(names.of(account)).isEqualTo(Text.same("欧**"));
  }

  @Test
  void theAccessLogSaysWhoLookedByNameAndAlwaysByLogin() {
    Account leader = made("司马光", Set.of("leader"), null);
    assertThat(logged(leader))
        .contains("司马光 <code>" + leader.login() + "</code>")
        .doesNotContain("司**");
    Account agent = made("欧阳明", Set.of("resident"), null);
    assertThat(logged(agent))
        .contains("欧** <code>" + agent.login() + "</code>")
        .doesNotContain("欧阳明");
  }

  @Test
  void theListOfAccountsCallsThemSo() {
    Account leader = made("司马光", Set.of("leader"), null);
    Account agent = made("欧阳明", Set.of("resident"), null);
    Visitor admin = new Visitor(port);
    admin.signIn("admin", Demo.PASSWORD);
    assertThat(admin.get("/admin?q=" + leader.login()).body()).contains("司马光");
    assertThat(admin.get("/admin?q=" + agent.login()).body())
        .contains(agent.login())
        .contains("欧**")
        .doesNotContain("欧阳明");
  }

  @Test
  void aConnectedSystemIsNoAccountAndNoResident() {
    assertThat(accounts.findActor("client:hotline-link")).isEmpty();
    assertThat(accounts.findActor(null)).isEmpty();
  }
}
