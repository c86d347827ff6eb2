package org.yiwang.bench;

import java.util.List;
import java.util.function.Function;

/** One client that searches for one thing after the other, round and round. */
final class Searching<Q> implements Worker {
  private final List<Q> typed;
  private final Function<Q, List<String>> search;
  private int next = System.identityHashCode(this) & 0xff;

  Searching(List<Q> typed, Function<Q, List<String>> search) {
    this.typed = typed;
    this.search = search;
  }

  @Override
  public void once() {
    if (search.apply(typed.get(Math.floorMod(next++, typed.size()))).size() > 100_000) {
      throw new IllegalStateException("A search found more than there is");
    }
  }
}
