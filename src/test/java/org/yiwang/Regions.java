package org.yiwang;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiwang.launch.DatabaseAddress;
import org.yiwang.launch.TestDatabase;
import org.yiwang.story.Person;

/**
 * Running programs with packs, keys and databases of their own, which know each other's address.
 */
public final class Regions {
  /** What the town agreed with a district at that address: its identity card is a library card. */
  public static final String AGREED =
      """
      issuers:
        - url: %s
          name: {zh: 大区, en: The big district}
          types: [identity-card]
          agreed: {zh: "2026年11月1日互认约定（虚构）", en: "Agreement of 1 November 2026 (invented)"}
          inside: true
          counts-as:
            - {type: identity-card, as: library-card, claims: {reader: name}}
      """;

  private Regions() {}

  /** One region, as it runs. */
  public record Region(String address, ConfigurableApplicationContext program)
      implements AutoCloseable {
    public Person signedIn(String account) {
      return Person.signedIn(URI.create(address), account);
    }

    public <T> T bean(Class<T> kind) {
      return program.getBean(kind);
    }

    @Override
    public void close() {
      program.close();
    }
  }

  /** Two that a browser tells apart: cookies belong to a host, whatever its port. */
  public static String address(String host) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return "http://" + host + ":" + free.getLocalPort();
    }
  }

  public static Region start(String address, Path pack) {
    DatabaseAddress database = TestDatabase.empty();
    SpringApplication program = new SpringApplication(Yiwang.class);
    program.setRegisterShutdownHook(false);
    int port = URI.create(address).getPort();
    return new Region(
        address,
        program.run(
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--yiwang.address=" + address,
            "--yiwang.limits.enabled=false",
            "--yiwang.demo=true",
            "--yiwang.demo-cases=0",
            "--yiwang.pack=" + pack,
            "--yiwang.data=target/test-data-region-" + port,
            "--yiwang.db.url=" + database.url(),
            "--yiwang.db.user=" + database.user(),
            "--yiwang.db.password=" + database.password()));
  }

  /** A copy of a pack with another list of agreements. */
  public static Path pack(Path from, Path to, String trust) throws IOException {
    copy(from, to);
    Files.writeString(trust(to), trust);
    return to;
  }

  /** All files of a pack, so that a test may change them. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Files.isDirectory(file) ? copy : copy.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static Path trust(Path pack) throws IOException {
    try (Stream<Path> files = Files.walk(pack)) {
      return files
          .filter(file -> file.endsWith("trust.yaml"))
          .findFirst()
          .orElse(pack.resolve("trust.yaml"));
    }
  }
}
