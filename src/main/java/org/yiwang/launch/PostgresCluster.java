package org.yiwang.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of one PostgreSQL: made once, with a random password and a database of our own.
 *
 * @param folder where the files are; owned by the account
 */
record PostgresCluster(
    Path folder, String password, PostgresBinaries binaries, SystemAccount account) {
  static final String DATABASE = "yiwang";

  /** The name the program signs in with; it owns its database and is no superuser. */
  static final String USER = "yiwang";

  private static final String SUPERUSER = "postgres";

  /** Where the files go when the data folder lies where the account cannot reach it. */
  private static final Path ELSEWHERE = Path.of("/var/lib/yiwang");

  static PostgresCluster open(DataFolder data, Narrator narrator, boolean durable) {
    SystemAccount account = SystemAccount.choose();
    try {
      PostgresBinaries binaries = PostgresBinaries.in(reachable(account, cache(data)));
      if (!Files.exists(data.cluster(), LinkOption.NOFOLLOW_LINKS)) {
        narrator.say("· 建立数据库 / Making the database (once)");
        new Making(data, binaries, account, durable).make();
      }
      if (!Files.exists(data.cluster().resolve("PG_VERSION"))) {
        throw empty(data);
      }
      String password = Files.exists(data.password()) ? DataFolder.read(data.password()) : "";
      return new PostgresCluster(data.cluster().toRealPath(), password, binaries, account);
    } catch (IOException e) {
      throw DataFolder.broken(data.root(), e);
    }
  }

  private static LaunchException empty(DataFolder data) {
    return new LaunchException(
        "%s 里没有数据库。请用备份恢复它；如要从空的城区开始，请把它移走。".formatted(data.cluster()),
        "There is no database in %s. Bring it back from a backup or, to begin with an empty district, move it away."
            .formatted(data.cluster()));
  }

  /** The same with another password, where the old one is lost; nothing may run on it. */
  PostgresCluster withNewPassword(DataFolder data) throws IOException {
    String fresh = newPassword();
    String sql =
        """
        ALTER ROLE %1$s PASSWORD '%3$s';

        ALTER ROLE %2$s PASSWORD '%3$s';

        """
            .formatted(USER, SUPERUSER, fresh);
    run(
        account,
        List.of(
            binaries.program("postgres"), "--single", "-j", "-D", folder.toString(), "postgres"),
        sql);
    keep(data, fresh);
    return new PostgresCluster(folder, fresh, binaries, account);
  }

  private static String newPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static void keep(DataFolder data, String password) throws IOException {
    DataFolder.makeAnew(data.password());
    Files.writeString(data.password(), password + "\n");
  }

  private static Path cache(DataFolder data) {
    String said = System.getProperty("yiwang.postgres.cache");
    return said == null ? data.root() : Path.of(said).toAbsolutePath();
  }

  private static Path reachable(SystemAccount account, Path folder) throws IOException {
    return account.reaches(folder) ? folder : Files.createDirectories(ELSEWHERE);
  }

  /** The making of a new cluster: in a folder beside, moved to its place when it is complete. */
  private record Making(
      DataFolder data, PostgresBinaries binaries, SystemAccount account, boolean durable) {

    void make() throws IOException {
      boolean near = account.reaches(data.root());
      if (near) {
        forgetUnfinished(data.root());
      }
      Path parent = near ? data.root() : Files.createDirectories(ELSEWHERE);
      Path home = Files.createTempDirectory(parent, "postgres-");
      String password = newPassword();
      initialise(home, password);
      create(home, password);
      keep(data, password); // before it is moved to its place: a cluster without is never seen
      if (near) {
        Files.move(home, data.cluster());
      } else {
        Files.createSymbolicLink(data.cluster(), home);
      }
    }

    /** What a making that was cut off left behind. */
    private static void forgetUnfinished(Path root) throws IOException {
      try (var folders = Files.newDirectoryStream(root, "postgres-*")) {
        for (Path folder : folders) {
          Trees.delete(folder);
        }
      }
    }

    private void initialise(Path home, String password) throws IOException {
      Path handedOver = Files.createTempFile("yiwang-", ".password"); // mode 0600
      try {
        Files.writeString(handedOver, password);
        account.own(handedOver);
        account.own(home);
        List<String> command =
            new ArrayList<>(
                List.of(
                    binaries.program("initdb"),
                    "-D",
                    home.toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + handedOver,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions"));
        if (!durable) {
          command.add("--no-sync");
        }
        run(account, command, "");
      } finally {
        Files.delete(handedOver);
      }
    }

    /** Our own database and its owner, by PostgreSQL's single-user mode: no server is up yet. */
    private void create(Path home, String password) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(binaries.program("postgres"), "--single", "-j", "-D", home.toString()));
      if (!durable) {
        command.addAll(List.of("-c", "fsync=off"));
      }
      command.add("postgres");
      String sql =
          """
          CREATE ROLE %1$s LOGIN %4$s PASSWORD '%2$s';

          CREATE DATABASE %3$s OWNER %1$s;

          """
              .formatted(USER, password, DATABASE, durable ? "NOCREATEDB" : "CREATEDB");
      run(account, command, sql);
    }
  }

  private static void run(SystemAccount account, List<String> command, String input)
      throws IOException {
    Process process =
        new ProcessBuilder(account.run(false, command))
            .redirectErrorStream(true)
            .directory(Path.of("/").toFile())
            .start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0 || said.contains("ERROR:")) {
        throw new IOException(command.getFirst() + " said: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was interrupted", e);
    }
  }
}
