package org.yiwang.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of laying one tree over another, on random trees. */
class TreeMergeTests {
  private static final Source BASE = new Source("base.yaml", 1);
  private static final Source OVER = new Source("over.yaml", 1);

  @Property(tries = 300)
  void nothing_over_a_base_is_the_base(@ForAll("groups") Map<String, Object> base) {
    YamlTree.Mapping merged = merge(base, Map.of());

    assertThat(merged.pairs()).isEqualTo(tree(base, BASE).pairs());
  }

  @Property(tries = 300)
  void the_base_over_itself_is_the_base_as_the_other_file_says_it(
      @ForAll("groups") Map<String, Object> base) {
    assertThat(merge(base, base)).isEqualTo(tree(base, OVER));
  }

  @Property(tries = 300)
  void any_group_can_be_made_of_any_other_by_saying_the_difference(
      @ForAll("groups") Map<String, Object> from, @ForAll("groups") Map<String, Object> to) {
    assertThat(plain(merge(from, difference(from, to)))).isEqualTo(sorted(to));
  }

  @Property(tries = 300)
  void what_is_only_added_or_replaced_keeps_the_order_of_the_base(
      @ForAll("groups") Map<String, Object> base, @ForAll("groups") Map<String, Object> over) {
    List<String> kept = new ArrayList<>(merge(base, over).keys());
    assertThat(kept).containsAll(base.keySet()).containsAll(over.keySet()).doesNotHaveDuplicates();

    kept.retainAll(base.keySet());
    assertThat(kept).containsExactlyElementsOf(base.keySet());
  }

  @Property(tries = 300)
  void every_part_stands_in_the_file_that_says_it(
      @ForAll("groups") Map<String, Object> base, @ForAll("groups") Map<String, Object> over) {
    for (YamlTree.Pair pair : merge(base, over).pairs()) {
      assertThat(pair.source()).isEqualTo(over.containsKey(pair.key()) ? OVER : BASE);
    }
  }

  private static YamlTree.Mapping merge(Map<String, Object> base, Map<String, Object> over) {
    ProblemList problems = new ProblemList();
    YamlTree.Mapping merged =
        new TreeMerge(problems, "ANY-01").merge(tree(base, BASE), tree(over, OVER));
    assertThat(problems.isEmpty()).isTrue();
    return merged;
  }

  /** What has to be said over the one so that the other comes out. */
  private static Map<String, Object> difference(Map<String, Object> from, Map<String, Object> to) {
    Map<String, Object> says = new LinkedHashMap<>();
    from.keySet().stream().filter(key -> !to.containsKey(key)).forEach(key -> says.put(key, "~"));
    to.forEach(
        (key, value) -> {
          Object before = from.get(key);
          says.put(
              key,
              before instanceof Map && value instanceof Map
                  ? difference(group(before), group(value))
                  : value);
        });
    return says;
  }

  private static YamlTree.Mapping tree(Map<String, Object> group, Source source) {
    List<YamlTree.Pair> pairs = new ArrayList<>();
    group.forEach(
        (key, value) ->
            pairs.add(
                new YamlTree.Pair(
                    key,
                    source,
                    value instanceof Map
                        ? tree(group(value), source)
                        : new YamlTree.Scalar(value.toString(), false, source))));
    return new YamlTree.Mapping(List.copyOf(pairs), source);
  }

  private static Object plain(YamlTree tree) {
    if (!(tree instanceof YamlTree.Mapping mapping)) {
      return ((YamlTree.Scalar) tree).text();
    }
    Map<String, Object> plain = new TreeMap<>();
    mapping.pairs().forEach(pair -> plain.put(pair.key(), plain(pair.value())));
    return plain;
  }

  private static Map<String, Object> sorted(Map<String, Object> group) {
    Map<String, Object> sorted = new TreeMap<>();
    group.forEach(
        (key, value) -> sorted.put(key, value instanceof Map ? sorted(group(value)) : value));
    return sorted;
  }

  @SuppressWarnings("unchecked") // Only groups of this kind are made here.
  private static Map<String, Object> group(Object value) {
    return (Map<String, Object>) value;
  }

  @Provide
  Arbitrary<Map<String, Object>> groups() {
    return groups(3);
  }

  private static Arbitrary<Map<String, Object>> groups(int deep) {
    Arbitrary<String> keys = Arbitraries.of("a", "b", "c", "d", "e");
    Arbitrary<Object> words = Arbitraries.of("one", "two", "three");
    Arbitrary<Object> values =
        deep == 0 ? words : Arbitraries.oneOf(words, groups(deep - 1).map(group -> group));
    return Arbitraries.maps(keys, values).ofMaxSize(5).map(LinkedHashMap::new).map(group -> group);
  }
}
