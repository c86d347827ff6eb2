package org.yiwang.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays what a file says over what its base has. Groups of keys are merged key by key; a list or a
 * single value takes the place of what the base has; {@code ~} removes it. Every part keeps the
 * place where it stands, in the one file or in the other.
 *
 * @param code of the problem that the base does not have what is removed
 */
record TreeMerge(ProblemList problems, String code) {
  /**
   * The keys of the base in its order. A new one stands behind the key before it in the file, or
   * before the first one that the base has as well; at the end when nothing beside it says more.
   */
  YamlTree.Mapping merge(YamlTree.Mapping base, YamlTree.Mapping change) {
    List<YamlTree.Pair> merged = new ArrayList<>(base.pairs());
    int next = first(merged, change);
    for (YamlTree.Pair pair : change.pairs()) {
      int here = indexOf(merged, pair.key());
      if (removes(pair)) {
        next = remove(merged, here, pair, base) ? here : next;
      } else if (here < 0) {
        merged.add(next++, new YamlTree.Pair(pair.key(), pair.source(), fresh(pair.value())));
      } else {
        YamlTree value = merge(merged.get(here).value(), pair.value());
        merged.set(here, new YamlTree.Pair(pair.key(), pair.source(), value));
        next = here + 1;
      }
    }
    return new YamlTree.Mapping(List.copyOf(merged), change.source());
  }

  private YamlTree merge(YamlTree base, YamlTree change) {
    return base instanceof YamlTree.Mapping below && change instanceof YamlTree.Mapping above
        ? merge(below, above)
        : fresh(change);
  }

  /** What the base does not have: nothing in it can be removed. */
  private YamlTree fresh(YamlTree tree) {
    return tree instanceof YamlTree.Mapping mapping
        ? merge(new YamlTree.Mapping(List.of(), mapping.source()), mapping)
        : tree;
  }

  private boolean remove(
      List<YamlTree.Pair> from, int here, YamlTree.Pair pair, YamlTree.Mapping base) {
    if (here >= 0) {
      from.remove(here);
      return true;
    }
    problems.add(
        pair.source(),
        code,
        "There is no \"%s\" to remove here.%s"
            .formatted(pair.key(), problems.nearest(pair.key(), base.keys())),
        "Only what the extended file has can be removed with ~.");
    return false;
  }

  private static boolean removes(YamlTree.Pair pair) {
    return pair.value() instanceof YamlTree.Scalar scalar && scalar.removes();
  }

  private static int first(List<YamlTree.Pair> base, YamlTree.Mapping change) {
    return change.pairs().stream()
        .mapToInt(pair -> indexOf(base, pair.key()))
        .filter(index -> index >= 0)
        .findFirst()
        .orElse(base.size());
  }

  private static int indexOf(List<YamlTree.Pair> pairs, String key) {
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
