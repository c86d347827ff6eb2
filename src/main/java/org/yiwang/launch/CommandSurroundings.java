package org.yiwang.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.context.ApplicationContext;

/** The surroundings of a command typed at a terminal. */
record CommandSurroundings(Class<?> application, Path data, Path pack, boolean mayBegin)
    implements Surroundings {

  CommandSurroundings(Class<?> application, Path data, Path pack) {
    this(application, data, pack, false);
  }

  @Override
  public Surroundings orNew() {
    return new CommandSurroundings(application, data, pack, true);
  }

  @Override
  public Optional<RunningProgram> findRunning() {
    return PidFile.find(new DataFolder(data));
  }

  @Override
  public Optional<DatabaseAddress> findDatabase() {
    if (ProgramSettings.outsideDatabase()) {
      return Optional.of(ProgramSettings.outsideAddress());
    }
    DataFolder folder = new DataFolder(data);
    return findRunning()
        .flatMap(running -> PostmasterFile.find(folder.cluster()))
        .filter(PostmasterFile::ready)
        .map(
            server ->
                DatabaseAddress.local(
                    server.port(),
                    PostgresCluster.DATABASE,
                    PostgresCluster.USER,
                    DataFolder.read(folder.password())));
  }

  @Override
  public void requireDistrict() {
    if (!ProgramSettings.outsideDatabase()) {
      DataFolder.existing(data);
    }
  }

  @Override
  public int withBeans(ToIntFunction<ApplicationContext> work, Runnable stop) {
    Program program =
        new Program(ProgramSettings.withoutPages(data, pack, mayBegin), Narrator.to(System.err));
    Thread atTheEnd =
        new Thread(
            () -> {
              stop.run();
              program.close();
            });
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    try {
      Optional<DatabaseAddress> running = findDatabase();
      return work.applyAsInt(
          running.isPresent()
              ? program.openBeans(
                  application, ProgramSettings.outsideDatabase() ? null : running::get)
              : program.open(application));
    } finally {
      program.close();
    }
  }
}
