package org.yiwang.launch;

/**
 * Where a PostgreSQL is and how to sign in there (数据库地址).
 *
 * @param url JDBC address without a schema, e.g. {@code jdbc:postgresql://127.0.0.1:5432/yiwang}
 */
public record DatabaseAddress(String url, String user, String password) {
  static DatabaseAddress local(int port, String database, String user, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  @Override
  public String toString() {
    return user + " at " + url;
  }
}
