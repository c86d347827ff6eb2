package org.yiwang.launch;

import java.sql.SQLException;

/**
 * The database that {@code YIWANG_DB_URL} names (外部数据库): asked once before anybody waits for it.
 */
final class OutsideDatabase {
  private static final String KIND = "jdbc:postgresql:";

  private OutsideDatabase() {}

  /**
   * Returns where it lets us in, cannot be reached yet, or says nothing for a few seconds.
   *
   * @throws LaunchException if it does not know the account, the password or the database
   */
  static void knock(DatabaseAddress address) {
    if (!address.url().startsWith(KIND)) {
      throw new LaunchException(
          "YIWANG_DB_URL 不是 PostgreSQL 的地址。请写成 jdbc:postgresql://主机:端口/数据库。",
          "YIWANG_DB_URL is no address of a PostgreSQL. Write it as jdbc:postgresql://HOST:PORT/DATABASE.");
    }
    Knock.at(address).ifPresent(e -> refuse(address, e));
  }

  /**
   * By SQLSTATE: 28P01 wrong password, 28000 no such account, 08004 none given, 3D000 no database.
   */
  private static void refuse(DatabaseAddress address, SQLException e) {
    switch (Knock.state(e)) {
      case "28P01", "28000", "08004" ->
          throw new LaunchException(
              "外部数据库不让“%s”登录（%s）。请改正 YIWANG_DB_USER 和 YIWANG_DB_PASSWORD 再启动。"
                  .formatted(address.user(), e.getMessage()),
              "The outside database does not let \"%s\" in (%s). Correct YIWANG_DB_USER and YIWANG_DB_PASSWORD and start again."
                  .formatted(address.user(), e.getMessage()),
              e);
      case "3D000" ->
          throw new LaunchException(
              "外部数据库服务器上没有这个数据库（%s）。请先建立它，或改正 YIWANG_DB_URL 再启动。".formatted(e.getMessage()),
              "The outside server has no such database (%s). Make it first, or correct YIWANG_DB_URL, and start again."
                  .formatted(e.getMessage()),
              e);
      default -> {} // perhaps it is still starting: the pool waits for it
    }
  }

  static LaunchException unreachable(String why, Throwable cause) {
    return new LaunchException(
        "无法连接外部数据库（%s）。请检查 YIWANG_DB_URL、YIWANG_DB_USER 和 YIWANG_DB_PASSWORD。".formatted(why),
        "The outside database cannot be reached (%s). Check YIWANG_DB_URL, YIWANG_DB_USER and YIWANG_DB_PASSWORD."
            .formatted(why),
        cause);
  }
}
