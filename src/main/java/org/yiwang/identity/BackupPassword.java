package org.yiwang.identity;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the password of a backup comes from (备份口令): a file, the environment, or the keyboard. */
final class BackupPassword {
  static final String VARIABLE = "YIWANG_BACKUP_PASSWORD";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "Its first line is the password 口令文件 (default: YIWANG_BACKUP_PASSWORD, or asked)")
  @Nullable Path file;

  /**
   * Reads it.
   *
   * @param fresh whether it is chosen now and therefore asked for twice
   * @throws VaultException if there is none, it is short, or the two differ
   */
  char[] read(boolean fresh) {
    char[] password = given(fresh);
    if (fresh && password.length < Passwords.SHORTEST) {
      throw new VaultException(
          "The password needs at least %d characters 口令至少 %1$d 个字符.".formatted(Passwords.SHORTEST));
    }
    return password;
  }

  private char[] given(boolean fresh) {
    if (file != null) {
      return firstLine(file);
    }
    String word = System.getenv(VARIABLE);
    return word != null && !word.isEmpty() ? word.toCharArray() : asked(fresh);
  }

  private static char[] firstLine(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new VaultException("The password file %s cannot be read 口令文件读不到.".formatted(file));
    }
  }

  private static char[] asked(boolean fresh) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new VaultException(
          "No password: give --password-file or set %s 没有口令.".formatted(VARIABLE));
    }
    char[] first = console.readPassword("Password 口令: ");
    if (fresh && !Arrays.equals(first, console.readPassword("Once more 再输一次: "))) {
      throw new VaultException("The two are not the same 两次输入不同.");
    }
    return first;
  }
}
