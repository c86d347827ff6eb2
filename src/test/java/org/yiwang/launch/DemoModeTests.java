package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.identity.Visitor;

/**
 * Invented people belong to the built-in database; in somebody's own one they have to be asked for.
 */
@Isolated("sets system properties")
class DemoModeTests {
  private static final String OUTSIDE = "yiwang.db.url";
  private static final String ASKED = "yiwang.demo";
  private static final Path TOY = Path.of("packs/_toy");
  private static final Pattern ACCOUNT = Pattern.compile("account: ([a-z]+),");

  /** Set to nothing, so that the environment of whoever runs the tests does not speak. */
  @BeforeEach
  void nothingIsSaid() {
    System.setProperty(OUTSIDE, "");
    System.setProperty(ASKED, "");
  }

  @AfterEach
  void nothingIsLeft() {
    System.clearProperty(OUTSIDE);
    System.clearProperty(ASKED);
  }

  private static boolean demo(@Nullable Boolean option) {
    return new ProgramSettings(Path.of("d"), TOY, true, true, null, 0, option, false).demoMode();
  }

  @Test
  void withTheBuiltInDatabaseItIsOnUnlessItIsRefused() {
    assertThat(demo(null)).isTrue();
    assertThat(demo(true)).isTrue();
    assertThat(demo(false)).as("--no-demo").isFalse();
  }

  @Test
  void withAnOutsideDatabaseItIsOffUnlessItIsAskedFor() {
    System.setProperty(OUTSIDE, "jdbc:postgresql://db/yiwang");
    assertThat(demo(null)).isFalse();
    assertThat(demo(false)).isFalse();
    assertThat(demo(true)).as("--demo").isTrue();
  }

  @Test
  void theEnvironmentMaySayItAndAnOptionIsStronger() {
    System.setProperty(ASKED, "false");
    assertThat(demo(null)).isFalse();
    assertThat(demo(true)).isTrue();
    System.setProperty(OUTSIDE, "jdbc:postgresql://db/yiwang");
    System.setProperty(ASKED, "true");
    assertThat(demo(null)).isTrue();
    assertThat(demo(false)).isFalse();
  }

  /** Started as anybody would start it, without a word about the demo. */
  @Test
  void anOutsideDatabaseGetsNoDemoAccountAndNoFixedPassword(@TempDir Path folder) throws Exception {
    DatabaseAddress outside = TestDatabase.empty();
    Map<String, String> environment =
        Map.of(
            "YIWANG_DB_URL", outside.url(),
            "YIWANG_DB_USER", outside.user(),
            "YIWANG_DB_PASSWORD", outside.password());
    try (ChildProgram program =
        ChildProgram.start(folder.resolve("data"), TOY, environment, List.of())) {
      program.awaitHealthy();
      assertThat(accounts(outside)).as("the first administrator").hasSize(1);
      Visitor visitor = new Visitor(program.address().getPort());
      List<String> invented = invented();
      assertThat(invented).contains("mei", "keeper");
      for (String login : invented) {
        assertThat(visitor.signIn(login, "yiwang-demo").statusCode()).as(login).isIn(422, 429);
      }
      String first = accounts(outside).getFirst();
      assertThat(new Visitor(program.address().getPort()).signIn(first, "yiwang-demo").statusCode())
          .isIn(422, 429);
      assertThat(visitor.get("/sign-in").body()).doesNotContain("yiwang-demo", "class=\"demo\"");
      assertThat(program.said()).doesNotContain("yiwang-demo", "people are invented");
    }
  }

  private static List<String> accounts(DatabaseAddress outside) {
    try (var pool = Pool.open(outside, Migration.schema("_toy"), 1)) {
      return JdbcClient.create(pool)
          .sql("select login from identity_account")
          .query(String.class)
          .list();
    }
  }

  private static List<String> invented() throws Exception {
    Matcher found = ACCOUNT.matcher(Files.readString(TOY.resolve("people/demo.yaml")));
    return found.results().map(one -> one.group(1)).toList();
  }
}
