package org.yiwang.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiwang.pack.District;

/** What is said when pages can be served. */
final class Banner {
  private Banner() {}

  static List<String> lines(ConfigurableApplicationContext context, ProgramSettings settings) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("✓ 一网 Yiwang %s · %s".formatted(version(), district(context, settings)));
    lines.add("");
    String address = address(context, settings);
    lines.add("  网址  Address   " + address);
    if (!settings.listenOn().equals("127.0.0.1")) {
      lines.add("                  listening on " + settings.listenOn());
    }
    lines.add("  状态  Health    " + address + "/actuator/health");
    lines.add("  数据  Data      " + settings.data().toAbsolutePath().normalize());
    if (settings.demoMode()) {
      lines.add("  演示  Demo      people are invented, and requests that say so 人物均为虚构，诉求凡标明的也是");
      if (settings.listenOn().equals("127.0.0.1")) {
        lines.add("                  this machine only; for phones: --host 0.0.0.0");
      }
    }
    for (Announcement announcement :
        context.getBeanProvider(Announcement.class).orderedStream().toList()) {
      announcement.lines().forEach(line -> lines.add("  " + line));
    }
    lines.add("");
    String here = dataOption(settings);
    lines.add(
        String.format(
            Locale.ROOT,
            "  启动用时 Ready in %.1f s.  停止 Stop: Ctrl-C or ./yiwang stop%s",
            sinceStart().toMillis() / 1000.0,
            here));
    lines.add("  查看状态 Is it well: ./yiwang status" + here);
    lines.add("");
    return lines;
  }

  /** What another command needs to reach this run: its data folder, unless it is the usual one. */
  private static String dataOption(ProgramSettings settings) {
    Path data = settings.data().toAbsolutePath().normalize();
    Path usual = SourceTree.find().resolve("data").toAbsolutePath().normalize();
    return data.equals(usual) ? "" : " --data " + forShell(data.toString());
  }

  /** Can be pasted, whatever stands in it. */
  private static String forShell(String word) {
    return word.matches("[\\p{L}\\p{N}/._+@%:,=-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String district(ConfigurableApplicationContext context, ProgramSettings settings) {
    District district = context.getBeanProvider(District.class).getIfAvailable();
    if (district == null) {
      return settings.packId();
    }
    var name = district.definition().name();
    return name.zh().equals(name.en()) ? name.zh() : name.zh() + " " + name.en();
  }

  private static String address(ConfigurableApplicationContext context, ProgramSettings settings) {
    int port = settings.port();
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      port = web.getWebServer().getPort();
    }
    return new RunningProgram(0, settings.listenOn(), port, settings.packId())
        .address()
        .toString()
        .replace("127.0.0.1", "localhost");
  }

  private static String version() {
    try {
      return Version.number();
    } catch (IOException e) {
      return "";
    }
  }

  private static Duration sinceStart() {
    Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    return Duration.between(began, Instant.now());
  }
}
