package org.yiwang.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the program is to run.
 *
 * @param data the data folder
 * @param pack the district's folder
 * @param web whether it serves pages
 * @param mayBegin whether it begins a district where there is none
 * @param host the address to listen on
 * @param port the HTTP port; 0 for any free one
 * @param demo whether with invented people and requests; null: only with the embedded database
 * @param json whether the log is JSON, one object a line
 */
record ProgramSettings(
    Path data,
    Path pack,
    boolean web,
    boolean mayBegin,
    @Nullable String host,
    int port,
    @Nullable Boolean demo,
    boolean json) {

  /** The property that says so to {@link DatabaseConfiguration}. */
  static final String MAY_BEGIN = "yiwang.may-begin";

  static ProgramSettings withoutPages(Path data, Path pack, boolean mayBegin) {
    return new ProgramSettings(data, pack, false, mayBegin, null, 0, null, false);
  }

  /** Whether an outside database was named. */
  static boolean outsideDatabase() {
    return !setting("yiwang.db.url", "YIWANG_DB_URL").isBlank();
  }

  static DatabaseAddress outsideAddress() {
    return new DatabaseAddress(
        setting("yiwang.db.url", "YIWANG_DB_URL"),
        setting("yiwang.db.user", "YIWANG_DB_USER"),
        setting("yiwang.db.password", "YIWANG_DB_PASSWORD"));
  }

  private static String setting(String property, String variable) {
    String said = System.getProperty(property, System.getenv(variable));
    return said == null ? "" : said;
  }

  String packId() {
    return pack.toAbsolutePath().normalize().getFileName().toString();
  }

  boolean demoMode() {
    if (demo != null) {
      return demo;
    }
    String said = setting("yiwang.demo", "YIWANG_DEMO");
    return said.isBlank() ? !outsideDatabase() : Boolean.parseBoolean(said);
  }

  /**
   * Where to listen. Demo accounts have passwords that everybody knows, so they are offered to this
   * machine only unless somebody decides otherwise.
   */
  String listenOn() {
    return host != null ? host : demoMode() ? "127.0.0.1" : "0.0.0.0";
  }

  List<String> springArguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--yiwang.data=" + data.toAbsolutePath());
    arguments.add("--yiwang.pack=" + pack.toAbsolutePath());
    arguments.add("--yiwang.demo=" + demoMode());
    arguments.add("--" + MAY_BEGIN + "=" + mayBegin);
    if (web) {
      arguments.add("--server.port=" + port);
      arguments.add("--server.address=" + listenOn());
    } else {
      arguments.add("--spring.main.lazy-initialization=true");
    }
    if (json) {
      arguments.add("--logging.structured.format.console=ecs");
    }
    return arguments;
  }
}
