package org.yiwang.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yiwang.launch.Command;
import org.yiwang.launch.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./yiwang keys restore FILE}: keys out of a backup. */
@CommandLine.Command(
    name = "restore",
    description = {
      "Put the keys of a backup back. 从备份恢复密钥。",
      "The data key into the data folder, the rest into the database.",
      "数据密钥放回数据目录，其余写入数据库。",
      ""
    },
    footer = {
      "",
      "Into an empty data folder: what was issued before can be checked again, and who was taken",
      "back stays so; the log begins anew with a key of its own, and old checkpoints still check.",
      "Beside a restored database: what is there already stays.",
      "A data folder that has another data key is refused.",
      "",
      "Examples 示例:",
      "  ./yiwang keys restore keys-2026-11.yiwang",
      "  ./yiwang keys restore keys.yiwang --data data-new --password-file /run/secrets/backup"
    })
final class RestoreKeysCommand implements Command {
  @Parameters(paramLabel = "FILE", description = "What keys backup wrote 备份文件")
  @Nullable Path file;

  @Mixin private final BackupPassword password = new BackupPassword();

  @Override
  public String group() {
    return "keys";
  }

  @Override
  public int run(Surroundings surroundings) {
    try {
      Path from = Objects.requireNonNull(file);
      BackUpKeys.Content content =
          BackUpKeys.Content.of(KeyArchive.open(read(from), password.read(false)));
      boolean placed = VaultKey.place(surroundings.data(), content.dataKey());
      return put(surroundings, content, placed);
    } catch (VaultException refused) {
      System.err.println("✗ " + refused.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** A key that does not open the database is taken away again. */
  private static int put(Surroundings surroundings, BackUpKeys.Content content, boolean placed) {
    boolean[] done = {false};
    System.setProperty("yiwang.demo", "false"); // nothing may be issued here before
    try {
      return surroundings
          .orNew()
          .withBeans(
              beans -> {
                tell(beans, content);
                done[0] = true;
                return CommandLine.ExitCode.OK;
              });
    } finally {
      if (placed && !done[0]) {
        VaultKey.remove(surroundings.data());
      }
    }
  }

  private static void tell(ApplicationContext beans, BackUpKeys.Content content) {
    int added = beans.getBean(BackUpKeys.class).put(content);
    System.out.println(
        "✓ Restored from the backup of %s: %d of %d rows were missing 已恢复，补回 %2$d 行."
            .formatted(content.made(), added, content.rows()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new VaultException("The file %s cannot be read 文件读不到.".formatted(file));
    }
  }
}
