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

  Spot entry(int number, int line) {
    return new Spot(new Source(source.file(), line), "Entry %d of %s".formatted(number, label));
  }

  Spot on(int line) {
    return new Spot(new Source(source.file(), line), label);
  }

  Spot inside(String key, int line) {
    return key(new Source(source.file(), line), key);
  }
}
