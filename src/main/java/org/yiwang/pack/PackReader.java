package org.yiwang.pack;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads all definitions of a pack's folder; what is wrong goes into the problems. */
final class PackReader {
  private final PackFolder folder;
  private final ProblemList problems;
  private final Positions positions = new Positions();
  private final Map<DefinitionType<?>, List<Defined<?>>> definitions = new LinkedHashMap<>();
  private final SortedSet<String> read = new TreeSet<>();

  PackReader(PackFolder folder, ProblemList problems) {
    this.folder = folder;
    this.problems = problems;
  }

  ReadPack read(List<DefinitionType<?>> types) {
    SortedSet<String> applications = applications(types);
    for (DefinitionType<?> type : types) {
      List<Defined<?>> found = new ArrayList<>();
      if (type.level() == DefinitionType.Level.DISTRICT) {
        readFiles(type, "", found);
      } else {
        applications.forEach(application -> readFiles(type, application, found));
      }
      definitions.put(type, List.copyOf(found));
    }
    return new ReadPack(folder, applications, definitions, positions, read);
  }

  /** Folders that hold an application's file, be it only the manifest or all but the manifest. */
  private SortedSet<String> applications(List<DefinitionType<?>> types) {
    List<PathMatcher> globs =
        types.stream().filter(t -> t.level().inApplication()).map(PackReader::glob).toList();
    SortedSet<String> applications = new TreeSet<>();
    for (String file : folder.files()) {
      int slash = file.indexOf('/');
      if (slash > 0) {
        Path inside = Path.of(file.substring(slash + 1));
        if (globs.stream().anyMatch(glob -> glob.matches(inside))) {
          applications.add(file.substring(0, slash));
        }
      }
    }
    return applications;
  }

  private static PathMatcher glob(DefinitionType<?> type) {
    return FileSystems.getDefault().getPathMatcher("glob:" + type.files());
  }

  private void readFiles(DefinitionType<?> type, String application, List<Defined<?>> found) {
    PathMatcher glob = glob(type);
    Map<String, Source> ids = new LinkedHashMap<>();
    for (String relative : folder.filesUnder(application)) {
      if (glob.matches(Path.of(relative))) {
        String file = application.isEmpty() ? relative : application + "/" + relative;
        read.add(file);
        for (Defined<?> defined : readFile(type, application, file)) {
          refuseTwice(defined, ids);
          found.add(defined);
        }
      }
    }
  }

  private List<? extends Defined<?>> readFile(
      DefinitionType<?> type, String application, String file) {
    ScalarReader scalars = new ScalarReader(folder, application, problems);
    return folder
        .text(file, problems)
        .map(
            text ->
                type.format() == DefinitionType.Format.YAML
                    ? yaml(type, new DefinitionFile(application, file, text), scalars)
                    : csv(type, new DefinitionFile(application, file, text), scalars))
        .orElse(List.of());
  }

  private record DefinitionFile(String application, String file, String text) {}

  private <T> List<Defined<T>> yaml(
      DefinitionType<T> type, DefinitionFile in, ScalarReader scalars) {
    Binder binder = new Binder(scalars, positions, problems);
    return YamlReading.read(in.file(), in.text(), problems)
        .flatMap(tree -> binder.bind(type.type(), tree, in.file()))
        .map(value -> define(value, in))
        .map(List::of)
        .orElse(List.of());
  }

  private <T> Defined<T> define(T value, DefinitionFile in) {
    String id = idOf(value, Path.of(in.file()).getFileName().toString().replaceFirst("\\..*", ""));
    return new Defined<>(in.application(), id, value, positions.at(value));
  }

  private <T> List<Defined<T>> csv(
      DefinitionType<T> type, DefinitionFile in, ScalarReader scalars) {
    CsvRows rows = new CsvRows(in.file(), scalars, positions, problems);
    return rows.bind(RecordShape.of(type.type()), in.text()).stream()
        .map(row -> defineRow(type, in, row))
        .toList();
  }

  private static <T> Defined<T> defineRow(
      DefinitionType<T> type, DefinitionFile in, CsvRows.Row row) {
    T value = type.type().cast(row.value());
    return new Defined<>(in.application(), idOf(value, row.first()), value, row.source());
  }

  /** The record's own id, or what stands for it. */
  private static String idOf(Object value, String otherwise) {
    return RecordShape.of(value.getClass()).idOf(value).orElse(otherwise);
  }

  private void refuseTwice(Defined<?> defined, Map<String, Source> ids) {
    Source before = ids.putIfAbsent(defined.id(), defined.source());
    if (before != null) {
      problems.add(
          defined.source(),
          "ID-01",
          "The id \"%s\" is already used at %s.".formatted(defined.id(), before),
          "Give one of the two another id.");
    }
  }
}
