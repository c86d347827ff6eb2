package org.yiwang.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.yiwang.party.Parties;

/** Everything is lost but the backup of the keys: what was issued can still be checked. */
@ProgramTest
@TestPropertySource(properties = {"yiwang.demo=true", "yiwang.pack=packs/_toy"})
class RestoredKeysTests {
  @Autowired private Credentials credentials;
  @Autowired private CredentialStore store;
  @Autowired private KeptIssuerKeys kept;
  @Autowired private OwnAddress address;
  @Autowired private Parties parties;
  @Autowired private PlatformTransactionManager transactions;
  @TempDir private Path folder;

  @Test
  void credentialsOfBeforeAreCheckedInAnEmptyDatabaseAndRevokedOnesStayRevoked() throws Exception {
    Credential good = issue();
    Credential bad = issue();
    credentials.revoke(bad.id(), Text.same("lost"), Actor.SYSTEM);
    List<Map<String, String>> rows = kept.take();
    Files.copy(Path.of("target/test-data/key"), folder.resolve("key"));

    try (var empty = start()) {
      assertThat(check(empty, good)).isEqualTo(Finding.UNKNOWN_ISSUER);
      KeptIssuerKeys there = empty.getBean(KeptIssuerKeys.class);
      int added = Objects.requireNonNull(in(empty, () -> there.put(rows)));
      assertThat(added).isPositive();
      assertThat(Objects.requireNonNull(in(empty, () -> there.put(rows)))).isZero();

      assertThat(check(empty, good)).isEqualTo(Finding.GENUINE);
      assertThat(check(empty, bad)).isEqualTo(Finding.REVOKED);
      assertThat(empty.getBean(ListStore.class).findNewest()).contains(address.now());
      int place = empty.getBean(StatusLists.class).next(java.util.UUID.randomUUID()).list();
      assertThat(place).as("new credentials go into a list of their own").isPositive();
    }
  }

  private Finding check(ConfigurableApplicationContext there, Credential of) {
    String token = store.find(of.id()).orElseThrow().token();
    return new CheckToken(there.getBean(Issuers.class))
        .check(token, new CheckToken.Expected(null, false, Instant.now()))
        .finding();
  }

  private static <T> T in(
      ConfigurableApplicationContext there, java.util.function.Supplier<T> work) {
    return new TransactionTemplate(there.getBean(PlatformTransactionManager.class))
        .execute(state -> work.get());
  }

  private Credential issue() {
    NewCredential wanted =
        new NewCredential(
            "library-card",
            parties.ofAccount("keeper-of-keys", "小梅"),
            Map.of("reader", "小梅", "level", "1"),
            null,
            "LC-1",
            Actor.SYSTEM);
    return Objects.requireNonNull(
        new TransactionTemplate(transactions).execute(state -> credentials.issue(wanted)));
  }

  private ConfigurableApplicationContext start() {
    DatabaseAddress database = TestDatabase.empty();
    SpringApplication program = new SpringApplication(Yiwang.class);
    program.setRegisterShutdownHook(false);
    return program.run(
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--yiwang.limits.enabled=false",
        "--yiwang.demo-cases=0",
        "--yiwang.pack=packs/_toy",
        "--yiwang.data=" + folder,
        "--yiwang.db.url=" + database.url(),
        "--yiwang.db.user=" + database.user(),
        "--yiwang.db.password=" + database.password());
  }
}
