package org.yiwang.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * Where the embedded PostgreSQL listens (数据库端口): as last time if that is free, and once announced
 * always the same. What the file says is a wish only: a damaged one costs nothing.
 */
final class DatabasePort {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final int LAST = 65_535;

  private final DataFolder data;
  private int announced;

  DatabasePort(DataFolder data) {
    this.data = data;
  }

  int choose() throws IOException {
    if (announced != 0) {
      return announced;
    }
    int last = last();
    if (last != 0 && free(last)) {
      return last;
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return any.getLocalPort();
    }
  }

  void announce(int port) {
    if (announced == 0) {
      DataFolder.write(data.databasePort(), Integer.toString(port));
      announced = port;
    }
  }

  private int last() {
    if (!Files.isRegularFile(data.databasePort())) {
      return 0;
    }
    String written = DataFolder.read(data.databasePort());
    int port = NUMBER.matcher(written).matches() ? Integer.parseInt(written) : 0;
    return port <= LAST ? port : 0;
  }

  private static boolean free(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
