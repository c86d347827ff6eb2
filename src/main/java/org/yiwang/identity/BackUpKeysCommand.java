package org.yiwang.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yiwang.launch.Command;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./yiwang keys backup FILE}: all keys in one file that opens with a password. */
@CommandLine.Command(
    name = "backup",
    description = {
      "Write all keys into one file that only a password opens. 备份全部密钥。",
      "The data key and all signing keys. 数据密钥和全部签名密钥写进一个加密文件。",
      ""
    },
    footer = {
      "",
      "In it: the data key, the issuer's keys with the status lists and who was taken back, the",
      "log's keys. Not in it: the database; back that up too (pg_dump). Keep both apart.",
      "The file is AES-256-GCM under Argon2id of the password (at least 10 characters).",
      "",
      "Examples 示例:",
      "  ./yiwang keys backup keys-2026-11.yiwang",
      "  YIWANG_BACKUP_PASSWORD=… ./yiwang keys backup /media/safe/keys.yiwang",
      "  ./yiwang keys backup keys.yiwang --password-file /run/secrets/backup"
    })
final class BackUpKeysCommand implements Command {
  @Parameters(paramLabel = "FILE", description = "Where to; must not exist yet 新文件")
  @Nullable Path file;

  @Mixin private final BackupPassword password = new BackupPassword();

  @Override
  public String group() {
    return "keys";
  }

  @Override
  public int run(Surroundings surroundings) {
    try {
      Path to = java.util.Objects.requireNonNull(file);
      if (Files.exists(to)) {
        throw new VaultException("%s exists already; name another file 文件已存在.".formatted(to));
      }
      surroundings.requireDistrict(); // before a password is typed for nothing
      char[] word = password.read(true);
      return surroundings.withBeans(beans -> write(beans, to, word));
    } catch (VaultException refused) {
      System.err.println("✗ " + refused.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static int write(ApplicationContext beans, Path to, char[] word) {
    BackUpKeys.Content content = beans.getBean(BackUpKeys.class).take();
    try {
      OwnersFile.create(to, KeyArchive.seal(content.bytes(), word));
    } catch (IOException e) {
      throw new VaultException("%s cannot be written 文件写不了: %s".formatted(to, e.getMessage()));
    }
    System.out.println(
        "✓ %s: the data key and %d rows of keys and lists 数据密钥与 %2$d 行密钥、名单."
            .formatted(to, content.rows()));
    System.out.println("  Without its password it cannot be opened, by nobody 忘记口令即无法打开.");
    return CommandLine.ExitCode.OK;
  }
}
