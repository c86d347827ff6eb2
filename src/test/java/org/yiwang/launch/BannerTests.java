package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

/** What stands at the terminal when pages can be served. */
class BannerTests {
  @Test
  void itSaysWhereAndWithWhatAndHowToStop() {
    assertThat(banner(settings(null, 8111, true)))
        .anyMatch(line -> line.startsWith("✓ 一网 Yiwang ") && line.endsWith("yangpu"))
        .contains("  网址  Address   http://localhost:8111")
        .contains("  状态  Health    http://localhost:8111/actuator/health")
        .contains("  数据  Data      " + Path.of("data-x").toAbsolutePath())
        .anyMatch(line -> line.matches("  启动用时 Ready in \\d+\\.\\d s\\. .*\\./yiwang stop --.*"));
  }

  @Test
  void whatStopsItReachesItsDataFolder() {
    assertThat(banner(settings("data", null, 8111, true)))
        .anyMatch(line -> line.endsWith("./yiwang stop"))
        .anyMatch(line -> line.endsWith("./yiwang status"));
    assertThat(banner(settings("a b", null, 8111, true)))
        .anyMatch(
            line -> line.endsWith("./yiwang stop --data '" + Path.of("a b").toAbsolutePath() + "'"))
        .anyMatch(line -> line.contains("./yiwang status --data '"));
    assertThat(banner(settings("data-x", null, 8111, true)))
        .anyMatch(
            line -> line.endsWith("./yiwang stop --data " + Path.of("data-x").toAbsolutePath()));
  }

  @Test
  void theDemoIsAnnouncedAndKeptToThisMachine() {
    assertThat(banner(settings(null, 8111, true)))
        .anyMatch(line -> line.startsWith("  演示  Demo      people are invented"))
        .anyMatch(line -> line.contains("this machine only; for phones: --host 0.0.0.0"))
        .noneMatch(line -> line.contains("listening on"));
  }

  @Test
  void withoutTheDemoNothingIsSaidOfItButWhereItListens() {
    assertThat(banner(settings("0.0.0.0", 80, false)))
        .noneMatch(line -> line.contains("Demo"))
        .contains("                  listening on 0.0.0.0");
  }

  @Test
  void modulesAddTheirLinesInTheirOrderIndented() {
    assertThat(banner(settings(null, 8111, true), List.of("账户", "  duty"), List.of("海报")))
        .containsSubsequence("  账户", "    duty", "  海报");
    assertThat(banner(settings(null, 8111, true), List.of()))
        .hasSameSizeAs(banner(settings(null, 8111, true)));
  }

  private static ProgramSettings settings(@Nullable String host, int port, boolean demo) {
    return settings("data-x", host, port, demo);
  }

  private static ProgramSettings settings(
      String data, @Nullable String host, int port, boolean demo) {
    return new ProgramSettings(
        Path.of(data), Path.of("packs/yangpu"), true, true, host, port, demo, false);
  }

  @SafeVarargs
  private static List<String> banner(ProgramSettings settings, List<String>... announced) {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      for (int i = 0; i < announced.length; i++) {
        List<String> lines = announced[i];
        context.registerBean("announcement" + i, Announcement.class, () -> () -> lines);
      }
      context.refresh();
      return Banner.lines(context, settings);
    }
  }
}
