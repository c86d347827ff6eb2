package org.yiwang.launch;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.DigestUtils;

/**
 * The tests' PostgreSQL: one for the whole test JVM, kept under {@code target} between runs, and
 * forgetful (no fsync). Every test class gets a database of its own, copied from one that has been
 * migrated; that takes a tenth of a second.
 */
public final class TestDatabase {
  /** The schema in each of them, as if a pack of this name ran. */
  public static final String SCHEMA = "test";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable TestDatabase only;

  private final EmbeddedPostgres server;
  private final DatabaseAddress main;
  private final String template;

  @SuppressWarnings("unused") // held as long as the JVM lives
  private final FileLock lock;

  private TestDatabase() throws IOException, SQLException {
    Path root = Path.of("target", "test-database").toAbsolutePath();
    System.setProperty("yiwang.postgres.cache", Path.of("target").toAbsolutePath().toString());
    Claimed claimed = claim(root);
    this.lock = claimed.lock();
    this.server = EmbeddedPostgres.startForgetful(claimed.data());
    this.main = server.address();
    this.template = "template_" + migrations();
    forgetFormerOnes();
    makeTemplate();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
  }

  private record Claimed(DataFolder data, FileLock lock) {}

  /** Two test JVMs at once in one source tree each get a server of their own. */
  private static Claimed claim(Path root) throws IOException {
    for (int number = 0; ; number++) {
      DataFolder data = DataFolder.create(root.resolve(Integer.toString(number)));
      FileChannel channel =
          FileChannel.open(
              data.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Claimed(data, lock);
      }
      channel.close();
    }
  }

  /** Address of a fresh, migrated database that nobody else uses. */
  public static synchronized DatabaseAddress fresh() {
    try {
      if (only == null) {
        only = new TestDatabase();
      }
      return only.copy(only.template, "test_" + NUMBER.incrementAndGet());
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The test database does not start: " + e.getMessage(), e);
    }
  }

  /** Address of a fresh database with nothing in it. */
  public static synchronized DatabaseAddress empty() {
    try {
      fresh();
      return only().copy("template1", "test_" + NUMBER.incrementAndGet());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Address of a database that nobody else uses, in which a district of that schema has begun. */
  public static DatabaseAddress begun(String schema) {
    DatabaseAddress address = empty();
    try (HikariDataSource pool = Pool.open(address, schema, 2)) {
      Migration.apply(pool, schema);
    }
    return address;
  }

  private static TestDatabase only() {
    return java.util.Objects.requireNonNull(only);
  }

  /** Applies all scripts up to that version, or all there are, as an older program would have. */
  public static void migrate(HikariDataSource pool, @Nullable String version) {
    if (version == null) {
      Migration.apply(pool, SCHEMA);
    } else {
      Migration.scripts(pool, SCHEMA).target(version).load().migrate();
    }
  }

  /** A small pool of connections to it, seeing the schema {@link #SCHEMA}. */
  public static HikariDataSource pool(DatabaseAddress address) {
    return Pool.open(address, SCHEMA, 8);
  }

  private DatabaseAddress copy(String from, String name) throws SQLException {
    run("CREATE DATABASE %s TEMPLATE %s".formatted(name, from));
    return at(name);
  }

  private DatabaseAddress at(String name) {
    return new DatabaseAddress(
        main.url().replace("/" + PostgresCluster.DATABASE, "/" + name),
        main.user(),
        main.password());
  }

  private void makeTemplate() throws SQLException {
    if (list("SELECT datname FROM pg_database WHERE datname = '%s'".formatted(template))
        .isEmpty()) {
      run("CREATE DATABASE making");
      try (HikariDataSource pool = Pool.open(at("making"), SCHEMA, 2)) {
        Migration.apply(pool, SCHEMA);
      }
      run("ALTER DATABASE making RENAME TO " + template);
    }
  }

  private void forgetFormerOnes() throws SQLException {
    String former =
        """
        SELECT datname FROM pg_database
        WHERE datname LIKE 'test\\_%%' OR datname = 'making'
           OR (datname LIKE 'template\\_%%' AND datname <> '%s')
        """
            .formatted(template);
    for (String name : list(former)) {
      run("DROP DATABASE %s WITH (FORCE)".formatted(name));
    }
  }

  /** A fingerprint of all migration scripts: with another one, another template. */
  private static String migrations() throws IOException {
    Resource[] scripts =
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/*.sql");
    StringBuilder all = new StringBuilder();
    List<String> each = new ArrayList<>();
    for (Resource script : scripts) {
      each.add(script.getFilename() + DigestUtils.md5DigestAsHex(script.getContentAsByteArray()));
    }
    each.stream().sorted().forEach(all::append);
    return DigestUtils.md5DigestAsHex(
        all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> list(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(main.url(), main.user(), main.password());
  }
}
