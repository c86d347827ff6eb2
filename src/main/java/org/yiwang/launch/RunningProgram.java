package org.yiwang.launch;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * A Yiwang that runs on a data folder (正在运行的程序).
 *
 * @param pid its process; 0 where its file is damaged
 * @param host the address it listens on
 * @param port its HTTP port; 0 while it starts, and for one that serves no pages
 * @param pack the id of its district's pack
 */
public record RunningProgram(long pid, String host, int port, String pack) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** Where it answers on this machine. */
  public URI address() {
    boolean anywhere = host.isBlank() || host.equals("0.0.0.0") || host.equals("::");
    return URI.create("http://" + (anywhere ? "localhost" : host) + ":" + port);
  }

  String written() {
    return "pid=%d%nhost=%s%nport=%d%npack=%s%n".formatted(pid, host, port, pack);
  }

  static RunningProgram parse(String written) {
    var lines = StringUtils.splitArrayElementsIntoProperties(written.split("\\R"), "=");
    if (lines == null) {
      return new RunningProgram(0, "", 0, "");
    }
    return new RunningProgram(
        number(lines.getProperty("pid")),
        lines.getProperty("host", ""),
        (int) number(lines.getProperty("port")),
        lines.getProperty("pack", ""));
  }

  /** Zero where it is none: a file that was cut off or written over tells nothing. */
  private static long number(@Nullable String written) {
    return written != null && NUMBER.matcher(written).matches() ? Long.parseLong(written) : 0;
  }
}
