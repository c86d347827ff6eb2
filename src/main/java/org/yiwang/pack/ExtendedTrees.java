package org.yiwang.pack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes whole trees of files that say only in what they differ from another one of their kind, so
 * that everything behind the reading sees whole definitions.
 */
final class ExtendedTrees {
  private final DefinitionType<?> type;
  private final Extending rules;
  private final Map<String, YamlTree> trees;
  private final ProblemList problems;
  private final Map<String, String> files = new LinkedHashMap<>();

  /**
   * @param trees of the files of one kind in one application, by file
   */
  ExtendedTrees(
      DefinitionType<?> type, Extending rules, Map<String, YamlTree> trees, ProblemList problems) {
    this.type = type;
    this.rules = rules;
    this.trees = trees;
    this.problems = problems;
    trees.forEach((file, tree) -> files.putIfAbsent(idOf(file, tree), file));
  }

  /**
   * The whole trees by file, without those for which there is none.
   *
   * @param unread files of the same kind that could not be read: what extends them is left out, and
   *     nothing more is said of it
   */
  Map<String, YamlTree> whole(List<String> unread) {
    unread.forEach(file -> files.putIfAbsent(ReadPack.stem(file), file));
    Map<String, YamlTree> whole = new LinkedHashMap<>();
    for (String file : trees.keySet()) {
      whole(file, new LinkedHashSet<>()).ifPresent(tree -> whole.put(file, tree.seenFrom(file)));
    }
    return whole;
  }

  /**
   * @param above what extends this file, the one that is asked for first
   */
  private Optional<YamlTree> whole(String file, Set<String> above) {
    YamlTree tree = trees.get(file);
    if (!(tree instanceof YamlTree.Mapping change)) {
      return Optional.ofNullable(tree);
    }
    Optional<YamlTree.Pair> named = change.find(Extending.KEY);
    if (named.isEmpty()) {
      return Optional.of(tree);
    }
    if (!above.add(file)) {
      goesRound(named.get(), above.iterator().next().equals(file));
      return Optional.empty();
    }
    return base(named.get(), file)
        .flatMap(base -> whole(base, above))
        .map(base -> base instanceof YamlTree.Mapping below ? merge(below, change) : change);
  }

  private YamlTree merge(YamlTree.Mapping base, YamlTree.Mapping change) {
    List<YamlTree.Pair> inherited =
        base.pairs().stream()
            .filter(pair -> !rules.own().contains(pair.key()))
            .filter(pair -> !pair.key().equals(Extending.KEY))
            .toList();
    return new TreeMerge(problems, rules.nothingToRemove())
        .merge(new YamlTree.Mapping(inherited, base.source()), change);
  }

  /** The file that is extended. */
  private Optional<String> base(YamlTree.Pair named, String by) {
    String id = named.value() instanceof YamlTree.Scalar scalar ? scalar.text() : "";
    String file = files.get(id);
    if (file == null) {
      Set<String> others = new TreeSet<>(files.keySet());
      others.removeIf(other -> by.equals(files.get(other)));
      problems.add(
          named.source(),
          rules.noBase(),
          "There is no %s \"%s\" in this application that could be extended.%s"
              .formatted(type.name(), id, problems.nearest(id, others)),
          others.isEmpty()
              ? "There is no other one: write it in full, without \"extends\"."
              : "Name one of: %s.".formatted(String.join(", ", others)));
    }
    return Optional.ofNullable(file);
  }

  /** Said once for each file of the circle, not for what extends one of them. */
  private void goesRound(YamlTree.Pair named, boolean itself) {
    if (itself) {
      problems.add(
          named.source(),
          rules.circle(),
          "This %s extends itself, directly or through another.".formatted(type.name()),
          "Let one of them stand without \"extends\".");
    }
  }

  private static String idOf(String file, YamlTree tree) {
    return tree instanceof YamlTree.Mapping mapping
            && mapping.find("id").orElse(null) instanceof YamlTree.Pair pair
            && pair.value() instanceof YamlTree.Scalar id
        ? id.text()
        : ReadPack.stem(file);
  }
}
