package org.yiwang.launch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ./yiwang start}: runs the district until it is told to stop. */
@CommandLine.Command(
    name = "start",
    description = {"Start the district. 启动。", ""},
    footer = {
      "",
      "Runs in the foreground; Ctrl-C stops it. 前台运行，Ctrl-C 停止。",
      "The database is the built-in PostgreSQL in the data folder, unless YIWANG_DB_URL",
      "(with YIWANG_DB_USER and YIWANG_DB_PASSWORD) names an outside one.",
      "",
      "Examples 示例:",
      "  ./yiwang start",
      "  ./yiwang start --port 9000 --data /srv/yiwang",
      "  ./yiwang start --host 0.0.0.0        let phones in the same network in",
      "  ./yiwang start --pack packs/san-francisco --background",
      "  YIWANG_DB_URL=jdbc:postgresql://db/yiwang YIWANG_DB_USER=yiwang ./yiwang start"
    })
final class StartCommand implements Command {
  /** How the log is written. */
  enum LogFormat {
    TEXT,
    JSON
  }

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:YIWANG_PORT:-8080}",
      description = "HTTP port 端口 (default: 8080; 0: any free one)")
  int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on 监听地址 (default: 127.0.0.1 in demo mode, else 0.0.0.0)")
  @Nullable String host;

  @Option(names = "--background", description = "Detach; return when it is ready 后台运行")
  boolean background;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the log is written 日志格式 (default: text)")
  LogFormat logFormat = LogFormat.TEXT;

  @Option(
      names = "--demo",
      negatable = true,
      description =
          "With invented people and requests 演示模式 (default: with the built-in database only)")
  @Nullable Boolean demo;

  @Override
  public int run(Surroundings surroundings) throws Exception {
    if (background) {
      return new BackgroundStart(new DataFolder(surroundings.data())).run();
    }
    return runHere((CommandSurroundings) surroundings);
  }

  private int runHere(CommandSurroundings surroundings) {
    boolean json = logFormat == LogFormat.JSON;
    Narrator narrator = json ? Narrator.toLog() : Narrator.to(System.out);
    ProgramSettings settings =
        new ProgramSettings(
            surroundings.data(), surroundings.pack(), true, true, host, port, demo, json);
    Program program = new Program(settings, narrator);
    Thread atTheEnd = new Thread(() -> stop(program, narrator), "stop");
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    try {
      ConfigurableApplicationContext context = open(program, surroundings.application());
      Banner.lines(context, settings).forEach(narrator::say);
    } catch (RuntimeException e) {
      if (!program.closing()) { // else it was told to stop while it started, and does
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
        program.close();
        throw e;
      }
    }
    program.awaitClosed();
    return CommandLine.ExitCode.OK;
  }

  private static void stop(Program program, Narrator narrator) {
    narrator.say("· 正在停止 / Stopping");
    program.close();
    narrator.say("✓ 已停止 / Stopped");
  }

  private ConfigurableApplicationContext open(Program program, Class<?> application) {
    try {
      return program.open(application);
    } catch (PortInUseException e) {
      throw new LaunchException(
          String.format(Locale.ROOT, "端口 %d 已被占用。请用 --port 换一个。", e.getPort()),
          String.format(Locale.ROOT, "Port %d is in use. Choose another with --port.", e.getPort()),
          e);
    }
  }
}
