package org.yiwang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.ProgramTest;
import org.yiwang.Yiwang;
import org.yiwang.journal.Actor;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.TestDatabase;
import org.yiwang.pack.Text;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;
import org.yiwang.party.Fact;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Joined;
import org.yiwang.party.NewFact;
import org.yiwang.party.Parties;

/** Two programs: people of the one sign in at the other, as with any outside provider. */
@ProgramTest
@TestPropertySource(properties = "yiwang.demo=true")
class OutsideLoginTests {
  @LocalServerPort private int provider;
  @Autowired private ClientStore clients;
  @Autowired private Passwords passwords;

  @Test
  void somebodyFromOutsideBecomesAResidentAndIsKnownAgain() {
    clients.save(
        new ProgramClient(
            UUID.randomUUID(),
            "neighbour",
            Text.same("Neighbour"),
            passwords.hash("secret of the neighbour"),
            List.of("http://127.0.0.1/sign-in/back/outside"),
            new Post(new TreeSet<>(), null, null, null),
            true,
            false),
        Instant.now());
    try (ConfigurableApplicationContext neighbour = neighbour()) {
      int port = neighbour.getEnvironment().getRequiredProperty("local.server.port", int.class);
      AccountStore accounts = neighbour.getBean(AccountStore.class);
      assertThat(new Visitor(port).get("/sign-in").body()).contains("/sign-in/with/outside");

      assertThat(comesIn(port)).isEqualTo("/account?y=2");
      List<Account> first = outsiders(accounts);
      assertThat(first)
          .singleElement()
          .satisfies(
              account -> {
                assertThat(account.name().zh()).isEqualTo("王秀兰");
                assertThat(account.roles()).containsExactly("resident");
              });

      UUID file = fileFromTheCounter(neighbour, "WANG");
      UUID other = fileFromTheCounter(neighbour, "LI");
      comesIn(port);
      assertThat(outsiders(accounts)).hasSize(1);
      Parties parties = neighbour.getBean(Parties.class);
      assertThat(parties.findAccount(file)).contains(first.getFirst().id().toString());
      assertThat(parties.findAccount(other)).isEmpty();
      assertThat(neighbour.getBean(FileJoins.class).findOf(file).orElseThrow().way())
          .isEqualTo(Joined.Way.SIGN_IN);
      comesIn(port);
      assertThat(parties.findAccount(file)).contains(first.getFirst().id().toString());

      Visitor forger = new Visitor(port);
      HttpResponse<String> forged = forger.get("/sign-in/back/outside?code=x&state=y");
      assertThat(Visitor.location(forged)).isEqualTo("/sign-in?outside=failed");
      assertThat(forger.cookie(SessionStorage.COOKIE)).isEmpty();
    }
  }

  /** Of 王秀兰, by a number that the provider says in the claim that is configured. */
  private static UUID fileFromTheCounter(ConfigurableApplicationContext district, String number) {
    Parties parties = district.getBean(Parties.class);
    UUID party = district.getBean(Contacts.class).save(new Contact("王秀兰", null, null));
    var source = new Fact.Source(Fact.Source.Kind.COUNTER, "window", null);
    var seen = new NewFact("person-id", number, source, Fact.Confidence.CONFIRMED, null);
    district
        .getBean(TransactionOperations.class)
        .executeWithoutResult(state -> parties.learn(party, List.of(seen), Actor.SYSTEM));
    return party;
  }

  /** Where a person of the provider ends who wanted to see their account at the neighbour's. */
  private String comesIn(int port) {
    Visitor here = new Visitor(port);
    Visitor there = new Visitor(provider);
    there.signIn("wang", Demo.PASSWORD);
    String away = Visitor.location(here.get("/sign-in/with/outside?to=%2Faccount%3Fy%3D2"));
    assertThat(here.cookie(SessionStorage.COOKIE)).as("no session yet").isEmpty();
    String back = Visitor.location(there.get(away));
    URI address = URI.create(back);
    HttpResponse<String> in = here.get(address.getRawPath() + "?" + address.getRawQuery());
    String to = Visitor.location(in);
    assertThat(here.get(to).body()).contains("王秀兰");
    return to;
  }

  private static List<Account> outsiders(AccountStore accounts) {
    return accounts.list().stream().filter(Account::outside).toList();
  }

  private ConfigurableApplicationContext neighbour() {
    DatabaseAddress database = TestDatabase.empty();
    return new SpringApplicationBuilder(Yiwang.class)
        .run(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--yiwang.data=target/test-data",
            "--yiwang.limits.enabled=false",
            "--yiwang.db.url=" + database.url(),
            "--yiwang.db.user=" + database.user(),
            "--yiwang.db.password=" + database.password(),
            "--yiwang.login.oidc.issuer=http://127.0.0.1:" + provider,
            "--yiwang.login.oidc.number-claim=preferred_username",
            "--yiwang.login.oidc.client-id=neighbour",
            "--yiwang.login.oidc.client-secret=secret of the neighbour");
  }
}
