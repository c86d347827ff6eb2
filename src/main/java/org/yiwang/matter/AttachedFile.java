package org.yiwang.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One file of an answer (附件). The answer says which and how it is called, a line for each; what is
 * in it is kept elsewhere, sealed. Nobody types such an answer: files are taken in and named.
 */
public record AttachedFile(UUID id, String name) {
  /** How many files answer a question that does not say. */
  private static final int MOST = 3;

  private static final int ID = 36;

  /** At most so many files for that question. */
  public static int most(Form.Field field) {
    return Objects.requireNonNullElse(field.most(), MOST);
  }

  /** The files of an answer; none where it says anything else. */
  public static List<AttachedFile> list(@Nullable String answer) {
    List<AttachedFile> files = new ArrayList<>();
    for (String line : answer == null ? List.<String>of() : answer.lines().toList()) {
      if (line.length() <= ID + 1 || line.charAt(ID) != ' ') {
        return List.of();
      }
      try {
        files.add(new AttachedFile(UUID.fromString(line.substring(0, ID)), line.substring(ID + 1)));
      } catch (IllegalArgumentException none) {
        return List.of();
      }
    }
    return files;
  }

  /** The answer with these files; blank for none. */
  public static String answer(List<AttachedFile> files) {
    return files.stream()
        .map(file -> file.id() + " " + file.name().replaceAll("\\R", " "))
        .collect(Collectors.joining("\n"));
  }
}
