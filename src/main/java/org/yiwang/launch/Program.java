package org.yiwang.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One run of the program (一次运行): data folder, database and beans, opened in this order and closed
 * in the other.
 */
final class Program implements AutoCloseable {
  private static final int LAST_PORT = 65_535;

  private final ProgramSettings settings;
  private final Narrator narrator;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean closing;
  private volatile @Nullable PidFile pidFile;
  private volatile @Nullable EmbeddedPostgres postgres;
  private volatile @Nullable ConfigurableApplicationContext context;

  Program(ProgramSettings settings, Narrator narrator) {
    this.settings = settings;
    this.narrator = narrator;
  }

  /**
   * Opens everything; when it returns, pages can be served.
   *
   * @throws LaunchException if something is in the way
   */
  ConfigurableApplicationContext open(Class<?> application) {
    checkPack();
    checkPort();
    DataFolder data =
        settings.mayBegin()
            ? DataFolder.create(settings.data())
            : DataFolder.existing(settings.data());
    pidFile = PidFile.take(data, self(0));
    if (!ProgramSettings.outsideDatabase()) {
      narrator.say("· 启动数据库 / Starting the database");
      postgres = EmbeddedPostgres.start(data, narrator, () -> System.exit(1));
    }
    return openBeans(application, postgres == null ? null : postgres::address);
  }

  /** Opens the beans alone, on a database that somebody else keeps. */
  ConfigurableApplicationContext openBeans(
      Class<?> application, @Nullable Supplier<DatabaseAddress> database) {
    SpringApplication spring = new SpringApplication(application);
    spring.setRegisterShutdownHook(false);
    spring.setWebApplicationType(
        settings.web() ? WebApplicationType.SERVLET : WebApplicationType.NONE);
    if (AotDetector.useGeneratedArtifacts() && settings.web()) {
      spring.setApplicationContextFactory(
          type -> new ServletWebServerApplicationContext(new RememberingBeans()));
    }
    if (database != null) {
      spring.addInitializers(
          fresh ->
              fresh
                  .getBeanFactory()
                  .registerSingleton("openingDatabase", OpeningDatabase.begin(settings, database)));
    }
    ConfigurableApplicationContext opened =
        spring.run(settings.springArguments().toArray(String[]::new));
    context = opened;
    announcePort(opened);
    return opened;
  }

  private void announcePort(ConfigurableApplicationContext opened) {
    if (pidFile != null && opened instanceof WebServerApplicationContext web) {
      var server = web.getWebServer();
      pidFile.write(self(server == null ? 0 : server.getPort()));
    }
  }

  private RunningProgram self(int port) {
    return new RunningProgram(
        ProcessHandle.current().pid(), settings.listenOn(), port, settings.packId());
  }

  private void checkPack() {
    if (!Files.isDirectory(settings.pack())) {
      throw new LaunchException(
          "%s 没有配置包。请用 --pack 指定区划的目录，例如 --pack packs/yangpu。".formatted(settings.pack()),
          "There is no pack at %s. Name a district's folder with --pack, e.g. --pack packs/yangpu."
              .formatted(settings.pack()));
    }
  }

  /** Said before anything is started: a port taken later is found by the web server itself. */
  private void checkPort() {
    if (!settings.web() || settings.port() == 0) {
      return;
    }
    if (settings.port() < 0 || settings.port() > LAST_PORT) {
      throw new LaunchException(
          "没有端口 %d。请用 --port 选 1 到 %d 之间的一个，或用 0 任选空闲端口。".formatted(settings.port(), LAST_PORT),
          "There is no port %d. Choose one from 1 to %d with --port, or 0 for any free one."
              .formatted(settings.port(), LAST_PORT));
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.listenOn(), settings.port()));
    } catch (IOException e) {
      throw portTaken(e);
    }
  }

  private LaunchException portTaken(IOException e) {
    return new LaunchException(
        "无法使用 %2$s 的端口 %1$d（%3$s）。请用 --port 换一个。"
            .formatted(settings.port(), settings.listenOn(), e.getMessage()),
        "Port %d on %s cannot be used: %s. Choose another with --port."
            .formatted(settings.port(), settings.listenOn(), e.getMessage()),
        e);
  }

  boolean closing() {
    return closing;
  }

  /** Waits until somebody has closed the program. */
  void awaitClosed() {
    while (true) {
      try {
        closed.await();
        return;
      } catch (InterruptedException e) {
        Thread.interrupted(); // the shutdown hook closes it; nothing else ends this wait
      }
    }
  }

  /** Drains requests, closes the beans, stops the database, gives the data folder back. */
  @Override
  public void close() {
    closing = true;
    try {
      if (context != null) {
        context.close();
      }
      if (postgres != null) {
        postgres.close();
      }
      if (pidFile != null) {
        pidFile.close();
      }
    } catch (IOException e) {
      narrator.say("! " + e.getMessage());
    } finally {
      closed.countDown();
    }
  }
}
