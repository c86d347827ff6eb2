package org.yiwang.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.context.ApplicationContext;

/** What a command finds around it (命令所处环境). */
public interface Surroundings {
  /** The data folder, {@code ./data} or as {@code --data} says. */
  Path data();

  /** The district's pack, {@code packs/yangpu} or as {@code --pack} says. */
  Path pack();

  /** The program that runs on the data folder, if one does. */
  Optional<RunningProgram> findRunning();

  /**
   * The database: the outside one if {@code YIWANG_DB_URL} names one, else that of the running
   * program.
   */
  Optional<DatabaseAddress> findDatabase();

  /**
   * Nothing, where a district is; for commands that ask something before they work with one.
   *
   * @throws LaunchException if the data folder has none and no outside database is named
   */
  void requireDistrict();

  /** The same, where a district is begun if there is none yet. */
  Surroundings orNew();

  /**
   * Does work with the program's beans but without its pages, on the outside database, on that of
   * the running program, or on one started for this work alone. Beans are made when first asked
   * for; nothing runs by schedule.
   *
   * @return what the work returns: the exit code
   * @throws LaunchException if there is no district, because a command begins none
   */
  default int withBeans(ToIntFunction<ApplicationContext> work) {
    return withBeans(work, () -> {});
  }

  /**
   * As above, for work that can be stopped: at Ctrl-C {@code stop} is called and has returned
   * before anything the work needs is closed.
   */
  int withBeans(ToIntFunction<ApplicationContext> work, Runnable stop);
}
