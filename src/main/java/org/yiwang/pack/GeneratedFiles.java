package org.yiwang.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the source tree that are written from the definition types: the schemas and the
 * reference. A test fails when they are stale.
 */
final class GeneratedFiles {
  static final String SCHEMAS = "packs/_schema";
  static final String REFERENCE = "docs/pack-reference.md";

  private final Path tree;
  private final SortedMap<String, String> contents = new TreeMap<>();

  GeneratedFiles(Path tree, PackParts parts) {
    this.tree = tree;
    SourceWords words = new SourceWords(tree.resolve("src/main/java"));
    List<DefinitionType<?>> types = parts.types();
    new Schemas(words)
        .write(types)
        .forEach((name, schema) -> contents.put(SCHEMAS + "/" + name, schema));
    contents.put(REFERENCE, Reference.write(types, words));
  }

  /** Files whose content is not what it should be, and schemas of types that are gone. */
  List<String> stale() {
    Stream<String> changed =
        contents.keySet().stream().filter(file -> !found(file).equals(contents.get(file)));
    return Stream.concat(changed, leftOver().stream()).sorted().toList();
  }

  /** Brings them up to date; returns those that were not. */
  List<String> write() {
    List<String> stale = stale();
    try {
      for (String file : stale) {
        Path path = tree.resolve(file);
        String content = contents.get(file);
        if (content == null) {
          Files.delete(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.writeString(path, content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write below " + tree, e);
    }
    return stale;
  }

  private List<String> leftOver() {
    Path folder = tree.resolve(SCHEMAS);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> SCHEMAS + "/" + file.getFileName())
          .filter(file -> file.endsWith(".schema.json") && !contents.containsKey(file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
  }

  private String found(String file) {
    try {
      Path path = tree.resolve(file);
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
