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
    Map<String, Source> ids = new LinkedHashMap<>();
    Files files = files(type, application);
    List<? extends Defined<?>> all =
        type.format() == DefinitionType.Format.YAML ? yaml(type, files) : csv(type, files);
    for (Defined<?> defined : all) {
      refuseTwice(defined, ids);
      found.add(defined);
    }
  }

  /**
   * The files of one kind in one folder.
   *
   * @param unread those that are no text
   */
  private record Files(String application, Map<String, String> texts, List<String> unread) {}

  private Files files(DefinitionType<?> type, String application) {
    PathMatcher glob = glob(type);
    Files files = new Files(application, new LinkedHashMap<>(), new ArrayList<>());
    for (String relative : folder.filesUnder(application)) {
      if (glob.matches(Path.of(relative))) {
        String file = application.isEmpty() ? relative : application + "/" + relative;
        read.add(file);
        folder
            .text(file, problems)
            .ifPresentOrElse(text -> files.texts().put(file, text), () -> files.unread().add(file));
      }
    }
    return files;
  }

  private ScalarReader scalars(Files files) {
    return new ScalarReader(folder, files.application(), problems);
  }

  private <T> List<Defined<T>> yaml(DefinitionType<T> type, Files files) {
    Binder binder = new Binder(scalars(files), positions, problems);
    List<Defined<T>> all = new ArrayList<>();
    trees(type, files)
        .forEach(
            (file, tree) ->
                binder
                    .bind(type.type(), tree)
                    .ifPresent(value -> all.add(define(value, files.application(), file))));
    return all;
  }

  private Map<String, YamlTree> trees(DefinitionType<?> type, Files files) {
    Map<String, YamlTree> trees = new LinkedHashMap<>();
    List<String> unread = new ArrayList<>(files.unread());
    files
        .texts()
        .forEach(
            (file, text) ->
                YamlReading.read(file, text, problems)
                    .ifPresentOrElse(tree -> trees.put(file, tree), () -> unread.add(file)));
    return type.extending() == null
        ? trees
        : new ExtendedTrees(type, type.extending(), trees, problems).whole(unread);
  }

  private <T> Defined<T> define(T value, String application, String file) {
    String id = idOf(value, ReadPack.stem(file));
    return new Defined<>(application, id, value, positions.at(value));
  }

  private <T> List<Defined<T>> csv(DefinitionType<T> type, Files files) {
    List<Defined<T>> all = new ArrayList<>();
    files
        .texts()
        .forEach(
            (file, text) -> {
              CsvRows rows = new CsvRows(file, scalars(files), positions, problems);
              rows.bind(RecordShape.of(type.type()), text)
                  .forEach(row -> all.add(defineRow(type, files.application(), row)));
            });
    return all;
  }

  private static <T> Defined<T> defineRow(
      DefinitionType<T> type, String application, CsvRows.Row row) {
    T value = type.type().cast(row.value());
    return new Defined<>(application, idOf(value, row.first()), value, row.source());
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
