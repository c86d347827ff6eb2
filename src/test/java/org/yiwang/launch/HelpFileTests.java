package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.Yiwang;

/** The help that the launcher prints before anything is built is the program's own. */
class HelpFileTests {
  private static final String MODULES = Yiwang.class.getPackageName();

  @Test
  void theFileInTheSourceFolderIsAsTheCommandsAre() {
    assertThat(new HelpFile(Path.of(""), MODULES).stale())
        .as(HelpFile.NAME + " is stale; refresh it with: ./yiwang pack schema")
        .isFalse();
  }

  @Test
  void itNamesEveryCommandAndTheLaunchersOwn() {
    assertThat(new HelpFile(Path.of(""), MODULES).text().lines())
        .anyMatch(line -> line.startsWith("  start ") && line.contains("启动"))
        .anyMatch(line -> line.startsWith("  test ") && line.contains("25 minutes"))
        .anyMatch(line -> line.startsWith("  journal "))
        .allMatch(line -> line.length() <= 80);
  }

  /** A group's before those of its commands: the launcher takes the first that begins so. */
  @Test
  void eachCommandsOwnHelpStandsInIt() {
    assertThat(new HelpFile(Path.of(""), MODULES).text())
        .containsSubsequence(
            "Usage: yiwang [",
            "Usage: yiwang start [",
            "Usage: yiwang journal [",
            "Usage: yiwang journal verify [",
            "  ./yiwang journal verify --from");
  }

  @Test
  void whatIsStaleIsBroughtUpToDate(@TempDir Path tree) {
    HelpFile help = new HelpFile(tree, MODULES);
    assertThat(help.stale()).isTrue();
    help.write();
    assertThat(help.stale()).isFalse();
  }
}
