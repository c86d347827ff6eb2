package org.yiwang.bench;

import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.LaunchException;
import org.yiwang.launch.RunningProgram;
import org.yiwang.launch.Surroundings;

/** What is measured (被测程序): the program that runs on the data folder, and its database. */
record Measured(RunningProgram program, DatabaseAddress database) {

  /**
   * Finds both.
   *
   * @throws LaunchException if there is none, or it is still starting
   */
  static Measured on(Surroundings surroundings) {
    RunningProgram program =
        surroundings
            .findRunning()
            .filter(running -> running.port() != 0)
            .orElseThrow(() -> nothingRuns(surroundings));
    return new Measured(program, databaseOf(surroundings));
  }

  /**
   * The database alone, for what needs no pages.
   *
   * @throws LaunchException if there is none
   */
  static DatabaseAddress databaseOf(Surroundings surroundings) {
    return surroundings.findDatabase().orElseThrow(() -> nothingRuns(surroundings));
  }

  private static LaunchException nothingRuns(Surroundings surroundings) {
    String start = "./yiwang start --data %s --background".formatted(surroundings.data());
    return new LaunchException(
        "没有程序在 %s 上运行，或它还没有启动完。请先启动：%s".formatted(surroundings.data(), start),
        "No program runs on %s, or it is still starting. Start one first: %s"
            .formatted(surroundings.data(), start));
  }
}
