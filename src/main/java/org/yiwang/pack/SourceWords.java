package org.yiwang.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the Javadoc of a definition says about it and its keys. Schemas and reference take their
 * words from there, so that a key is explained in one place.
 */
final class SourceWords {
  private static final Pattern PARAMETER = Pattern.compile("(?m)^@param\\s+(\\w+)\\s+");
  private static final Pattern ANY_TAG = Pattern.compile("(?m)^@\\w+");
  private static final Pattern INLINE_TAG =
      Pattern.compile("\\{@(?:code|link|literal)\\s+([^}]*)}");

  private final Path sources;
  private final Map<Class<?>, String> comments = new HashMap<>();

  /**
   * @param sources the folder {@code src/main/java}; where it is missing there are no words
   */
  SourceWords(Path sources) {
    this.sources = sources;
  }

  /** What a type is. */
  String about(Class<?> type) {
    String comment = comment(type);
    Matcher tag = ANY_TAG.matcher(comment);
    return plain(tag.find() ? comment.substring(0, tag.start()) : comment);
  }

  /** What a record's component means. */
  String about(Class<?> type, String component) {
    String comment = comment(type);
    Matcher parameter = PARAMETER.matcher(comment);
    while (parameter.find()) {
      if (parameter.group(1).equals(component)) {
        String rest = comment.substring(parameter.end());
        Matcher next = ANY_TAG.matcher(rest);
        return plain(next.find() ? rest.substring(0, next.start()) : rest);
      }
    }
    return "";
  }

  private String comment(Class<?> type) {
    return comments.computeIfAbsent(type, t -> find(t).orElse(""));
  }

  private Optional<String> find(Class<?> type) {
    Path file =
        sources.resolve(type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return comment(Files.readString(file), type.getSimpleName());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The comment just before a declaration, with only annotations and modifiers between. */
  private static Optional<String> comment(String source, String name) {
    Matcher declaration =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/"
                    + "(?:\\s|@[\\w.]+(?:\\([^)]*\\))?|public|private|static|sealed|final)*"
                    + "(?:record|enum|class|interface)\\s+"
                    + name
                    + "\\b",
                Pattern.DOTALL)
            .matcher(source);
    return declaration.find() ? Optional.of(withoutStars(declaration.group(1))) : Optional.empty();
  }

  private static String withoutStars(String comment) {
    return comment
        .lines()
        .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static String plain(String javadoc) {
    return INLINE_TAG
        .matcher(javadoc)
        .replaceAll("`$1`")
        .replaceAll("</?(?:p|em|b|i|ul|ol|li|strong)>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
