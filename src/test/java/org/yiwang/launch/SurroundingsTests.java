package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.Yiwang;

/** Commands that need the program's beans and not its pages. */
class SurroundingsTests {
  private static final Path TOY = Path.of("packs/_toy");
  @TempDir Path folder;

  @BeforeEach
  void letTheDatabasesAccountPass() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aCommandStartsADatabaseForItselfWhenNothingRuns() {
    var surroundings = new CommandSurroundings(Yiwang.class, folder, TOY);
    assertThat(surroundings.findDatabase()).isEmpty();
    assertThat(surroundings.orNew().withBeans(beans -> 3)).isEqualTo(3);
    int code =
        surroundings.withBeans(
            beans ->
                beans
                    .getBean(JdbcClient.class)
                    .sql("SELECT 7 WHERE current_schema() = '_toy'")
                    .query(Integer.class)
                    .single());
    assertThat(code).isEqualTo(7);
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(surroundings.findRunning()).isEmpty();
  }

  @Test
  void aCommandWorksOnTheDatabaseOfTheRunningProgram() {
    try (ChildProgram program = ChildProgram.start(folder, TOY, java.util.Map.of())) {
      program.awaitHealthy();
      var surroundings = new CommandSurroundings(Yiwang.class, folder, TOY);
      assertThat(surroundings.findRunning()).isPresent();
      surroundings.withBeans(
          beans ->
              beans
                  .getBean(JdbcClient.class)
                  .sql("CREATE TABLE made_beside (number int)")
                  .update());
      assertThat(program.isHealthy()).isTrue();
    }
  }
}
