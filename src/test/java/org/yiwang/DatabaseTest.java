package org.yiwang;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.launch.TestDatabase;

/**
 * A test with a real PostgreSQL and no Spring context: extend it. Each class gets a fresh database
 * in which every module's migrations have been applied; the connections see the tables unqualified.
 *
 * <p>One instance serves all tests of a class ({@code PER_CLASS}), so fields may be initialised
 * from {@link #jdbc()} in a {@code @BeforeAll} method.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseTest {
  private HikariDataSource database;

  @BeforeAll
  void openDatabase() {
    database = TestDatabase.pool(TestDatabase.fresh());
  }

  @AfterAll
  void closeDatabase() {
    database.close();
  }

  protected final HikariDataSource database() {
    return database;
  }

  protected final JdbcClient jdbc() {
    return JdbcClient.create(database);
  }

  /** Runs work in a transaction, as the program's commands do. */
  protected final TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(database));
  }
}
