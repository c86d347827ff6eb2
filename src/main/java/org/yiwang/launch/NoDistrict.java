package org.yiwang.launch;

import java.nio.file.Path;

/**
 * No district where a command looks for one (没有城区). Only a start begins one: a mistyped folder,
 * pack or address would else be answered by an empty district that is perfectly well.
 */
final class NoDistrict {
  private NoDistrict() {}

  static LaunchException in(Path folder) {
    return new LaunchException(
        "%s 里没有城区。请先启动一个：./yiwang start --data %1$s，或用 --data 指定它所在的目录。".formatted(folder),
        "There is no district in %s. Start one by ./yiwang start --data %1$s, or name its folder by --data."
            .formatted(folder));
  }

  static LaunchException of(Path pack) {
    return new LaunchException(
        "数据库里没有 %s 的城区。请先启动它：./yiwang start --pack %1$s，或用 --pack、--data、YIWANG_DB_URL 指定有它的城区包、目录和数据库。"
            .formatted(pack),
        "There is no district of %s in the database. Start it by ./yiwang start --pack %1$s, or name another pack, folder or database by --pack, --data or YIWANG_DB_URL."
            .formatted(pack));
  }
}
