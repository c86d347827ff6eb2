package org.yiwang.launch;

import java.sql.SQLException;
import java.util.List;

/**
 * The embedded database as the program signs in to it (内置数据库): it is up when this is asked, so
 * whatever it says against that stays so, and is said at once.
 */
final class OwnDatabase {
  private static final String WRONG_PASSWORD = "28P01";

  /** SQL: 28 not let in, 3D no such database, 42 not allowed to. */
  private static final List<String> STAYS_SO = List.of("28", "3D", "42");

  private OwnDatabase() {}

  /**
   * Returns where it lets us in, or may do so in a moment.
   *
   * @throws LaunchException if the password does not fit, or the account or the database is gone
   */
  static void knock(DatabaseAddress address) {
    Knock.at(address)
        .ifPresent(
            e -> {
              String state = Knock.state(e);
              if (state.equals(WRONG_PASSWORD)) {
                throw passwordRefused(String.valueOf(e.getMessage()), e);
              }
              if (STAYS_SO.stream().anyMatch(state::startsWith)) {
                throw changed(address, e);
              }
            });
  }

  private static LaunchException passwordRefused(String why, Throwable cause) {
    return new LaunchException(
        "数据库不接受 postgres.password 里的口令（%s）。请放回原来的文件，或停止程序后删除它：下次启动会换一个新口令。".formatted(why),
        "The database does not take the password in postgres.password (%s). Put the right file back, or stop the program and delete it: the next start makes a new password."
            .formatted(why),
        cause);
  }

  private static LaunchException changed(DatabaseAddress address, SQLException e) {
    return new LaunchException(
        "内置数据库不让账户“%s”进入（%s）：它的账户或数据库被改动过。请改回来，或用备份恢复数据目录。"
            .formatted(address.user(), e.getMessage()),
        "The embedded database does not let the account \"%s\" in (%s): its accounts or its database were changed. Change them back, or bring the data folder back from a backup."
            .formatted(address.user(), e.getMessage()),
        e);
  }

  static LaunchException unreachable(String why, Throwable cause) {
    return new LaunchException(
        "内置数据库没有应答（%s）。请查看数据目录里的 postgres.log，再启动一次。".formatted(why),
        "The embedded database does not answer (%s). See postgres.log in the data folder, and start again."
            .formatted(why),
        cause);
  }
}
