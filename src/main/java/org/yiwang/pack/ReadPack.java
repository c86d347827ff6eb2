package org.yiwang.pack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was read from a pack's folder.
 *
 * @param read the files that became definitions
 */
record ReadPack(
    PackFolder folder,
    SortedSet<String> applications,
    Map<DefinitionType<?>, List<Defined<?>>> definitions,
    Positions positions,
    Set<String> read)
    implements PackReading {
  @Override
  @SuppressWarnings("unchecked") // The reader binds each type's definitions to its own record.
  public <T> List<Defined<T>> list(DefinitionType<T> type) {
    return (List<Defined<T>>) (List<?>) definitions.getOrDefault(type, List.of());
  }

  @Override
  public Source at(Object bound, String key) {
    return positions.at(bound, key);
  }

  @Override
  public Source at(Object bound) {
    return positions.at(bound);
  }

  @Override
  public Path file(String relativePath) {
    return folder.resolve(relativePath);
  }

  /** A file's name without folder and ending. */
  static String stem(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
  }

  /** The same pack with only some of its applications. */
  ReadPack only(Predicate<String> wanted) {
    SortedSet<String> kept = new TreeSet<>(applications);
    kept.removeIf(wanted.negate());
    Map<DefinitionType<?>, List<Defined<?>>> rest = new LinkedHashMap<>();
    definitions.forEach(
        (type, all) ->
            rest.put(
                type,
                all.stream()
                    .filter(d -> d.application().isEmpty() || kept.contains(d.application()))
                    .toList()));
    return new ReadPack(folder, kept, rest, positions, read);
  }
}
