package org.yiwang.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * One try to sign in to a database (敲门) before a pool waits for it: waiting helps where it is still
 * starting, but not where it says no.
 */
final class Knock {
  /** Seconds. */
  private static final String PATIENCE = "5";

  private Knock() {}

  /** What it says against letting us in; empty if it does, or says nothing for a few seconds. */
  static Optional<SQLException> at(DatabaseAddress address) {
    Properties as = new Properties();
    as.setProperty("user", address.user());
    as.setProperty("password", address.password());
    as.setProperty("connectTimeout", PATIENCE);
    as.setProperty("loginTimeout", PATIENCE);
    as.setProperty("socketTimeout", PATIENCE); // it may accept and then say nothing
    try (Connection open = DriverManager.getConnection(address.url(), as)) {
      Objects.requireNonNull(open);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  /** SQLSTATE, five characters; empty for what never reached a database. */
  static String state(SQLException e) {
    return Objects.requireNonNullElse(e.getSQLState(), "");
  }
}
