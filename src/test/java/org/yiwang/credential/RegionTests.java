package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.ProgramTest;
import org.yiwang.Yiwang;
import org.yiwang.journal.Actor;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.TestDatabase;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;

/** Two regions with keys and packs of their own meet for the first time. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class RegionTests {
  private static final String THERE = "http://other-region.example";

  @Autowired private Credentials here;
  @Autowired private CredentialStore store;
  @Autowired private OwnAddress address;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;
  @TempDir private Path folder;

  @Test
  void anotherRegionTakesACredentialOnceWhenAgreedAndRefusesItWhenNot() throws IOException {
    Credential card = issue();
    try (var agreed = start(pack("agreed", address.now()))) {
      Credentials there = agreed.getBean(Credentials.class);
      Presentation once = present(card);
      assertThat(there.take(once.token(), THERE)).containsOnlyKeys("reader", "level");
      refused(there, once.token(), "credential-already-used");
      refused(there, present(card, "http://third.example").token(), "credential-wrong-recipient");

      here.revoke(card.id(), Text.same("test"), Actor.SYSTEM);
      Issuers known = agreed.getBean(Issuers.class);
      KnownIssuer first = known.find(address.now()).orElseThrow();
      assertThat(first.own()).isFalse();
      assertThat(fresh(first, store.find(card.id()).orElseThrow().token()))
          .isEqualTo(Finding.REVOKED);
    }
    try (var stranger = start(pack("stranger", "https://somebody-else.example"))) {
      refused(
          stranger.getBean(Credentials.class),
          present(issue()).token(),
          "credential-unknown-issuer");
    }
  }

  @Test
  void privateAddressesAreAskedOnlyWhereThePackSaysInside() {
    String keys = address.now() + "/.well-known/jwt-vc-issuer";
    assertThat(new Fetch(true).get(keys)).contains("issuer");
    for (String at :
        new String[] {
          keys, "https://127.0.0.1/", "https://10.1.2.3/", "https://[::1]/", "file:///etc/hosts"
        }) {
      assertThatThrownBy(() -> new Fetch(false).get(at)).isInstanceOf(UnavailableException.class);
    }
  }

  /** What somebody sees who has kept no list yet. */
  private static Finding fresh(KnownIssuer issuer, String token) {
    KnownIssuer asked =
        new KnownIssuer(
            issuer.url(), issuer.name(), false, Set.of(), new FetchedIssuer(issuer.url(), true));
    return new CheckToken(url -> java.util.Optional.of(asked))
        .check(token, new CheckToken.Expected(null, false, java.time.Instant.now()))
        .finding();
  }

  private static void refused(Credentials there, String token, String code) {
    assertThatThrownBy(() -> there.take(token, THERE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
  }

  private Credential issue() {
    NewCredential wanted =
        new NewCredential(
            "library-card",
            parties.ofAccount("traveller", "小梅"),
            Map.of("reader", "小梅", "born", "2001-05-06", "level", "1"),
            null,
            "LC-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> here.issue(wanted)));
  }

  private Presentation present(Credential card) {
    return present(card, THERE);
  }

  private Presentation present(Credential card, String recipient) {
    return here.present(
        new PresentRequest(
            card.id(), Set.of("reader"), "搬家", recipient, Duration.ofHours(1), Actor.SYSTEM));
  }

  private Path pack(String name, String trusted) throws IOException {
    Path to = folder.resolve(name).resolve("_toy");
    Path from = Path.of("packs/_toy");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Files.isDirectory(file) ? copy : copy.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy);
        }
      }
    }
    Files.writeString(
        to.resolve("trust.yaml"),
        """
        issuers:
          - url: %s
            name: {zh: 邻镇, en: Next town}
            types: [library-card]
            agreed: {zh: "2026年11月1日互认约定（虚构）", en: "Agreement of 1 November 2026 (invented)"}
            inside: true
        """
            .formatted(trusted));
    return to;
  }

  private ConfigurableApplicationContext start(Path pack) {
    DatabaseAddress database = TestDatabase.empty();
    SpringApplication program = new SpringApplication(Yiwang.class);
    program.setRegisterShutdownHook(false);
    return program.run(
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--yiwang.limits.enabled=false",
        "--yiwang.demo-cases=0",
        "--yiwang.pack=" + pack,
        "--yiwang.data=target/test-data",
        "--yiwang.db.url=" + database.url(),
        "--yiwang.db.user=" + database.user(),
        "--yiwang.db.password=" + database.password());
  }
}
