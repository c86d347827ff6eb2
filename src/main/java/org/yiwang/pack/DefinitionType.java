package org.yiwang.pack;

import org.jspecify.annotations.Nullable;

/**
 * A kind of pack file (定义文件种类) that a module understands.
 *
 * @param name name of its schema, e.g. {@code lifecycle}
 * @param level whether the file stands in the district's folder or in each application's
 * @param format how the file is written
 * @param files glob relative to that folder, e.g. {@code lifecycles/*.yaml}
 * @param type the Java record each definition is bound to (one a file for YAML, one a row for CSV)
 * @param extending how one file may extend another; null where none may
 */
public record DefinitionType<T>(
    String name,
    Level level,
    Format format,
    String files,
    Class<T> type,
    @Nullable Extending extending) {

  /** Whose folder the file stands in. */
  public enum Level {
    DISTRICT,
    APPLICATION;

    boolean inApplication() {
      return this == APPLICATION;
    }
  }

  /** {@code YAML}: one definition a file. {@code CSV}: one a row, header = the record's keys. */
  public enum Format {
    YAML,
    CSV
  }

  public static <T> DefinitionType<T> yaml(String name, Level level, String files, Class<T> type) {
    return new DefinitionType<>(name, level, Format.YAML, files, type, null);
  }

  public static <T> DefinitionType<T> csv(String name, Level level, String files, Class<T> type) {
    return new DefinitionType<>(name, level, Format.CSV, files, type, null);
  }

  /** The same kind of file, of which one may extend another. */
  public DefinitionType<T> with(Extending rules) {
    return new DefinitionType<>(name, level, format, files, type, rules);
  }
}
