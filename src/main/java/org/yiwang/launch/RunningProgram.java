package org.yiwang.launch;

import java.net.URI;
import org.springframework.util.StringUtils;

/**
 * A Yiwang that runs on a data folder (正在运行的程序).
 *
 * @param pid its process
 * @param host the address it listens on
 * @param port its HTTP port; 0 while it starts, and for one that serves no pages
 * @param pack the id of its district's pack
 */
public record RunningProgram(long pid, String host, int port, String pack) {
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
        Long.parseLong(lines.getProperty("pid", "0")),
        lines.getProperty("host", ""),
        Integer.parseInt(lines.getProperty("port", "0")),
        lines.getProperty("pack", ""));
  }
}
