package org.yiwang.launch;

import java.io.PrintStream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/** Tells the person who starts the program what is happening (启动旁白). */
@FunctionalInterface
interface Narrator {
  void say(String line);

  /** One line each on the terminal. */
  static Narrator to(PrintStream terminal) {
    return line -> {
      terminal.println(line);
      terminal.flush();
    };
  }

  /**
   * Into the log, for those who asked for JSON and let a program read it. Until the log is set up
   * as they asked, nothing is written at all.
   */
  static Narrator toLog() {
    LoggingSystem.get(Narrator.class.getClassLoader()).beforeInitialize();
    return line -> {
      if (!line.isBlank()) {
        LoggerFactory.getLogger("org.yiwang.launch").info(line.strip());
      }
    };
  }

  static Narrator silent() {
    return line -> {};
  }
}
