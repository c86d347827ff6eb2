package org.yiwang.pack;

/**
 * The value being read: where it stands and how to speak of it.
 *
 * @param label begins a sentence: {@code "zone-name"}, {@code Entry 3 of "units"}
 */
record Spot(Source source, String label) {
  static Spot key(Source source, String name) {
    return new Spot(source, '"' + name + '"');
  }

  Spot entry(int number, Source at) {
    return new Spot(at, "Entry %d of %s".formatted(number, label));
  }

  Spot on(Source at) {
    return new Spot(at, label);
  }

  Spot inside(YamlTree.Pair pair) {
    return key(pair.source(), pair.key());
  }
}
