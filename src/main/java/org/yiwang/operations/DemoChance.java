package org.yiwang.operations;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The demo's dice: the same every time, so that the demo can be told and tested. */
final class DemoChance {
  private final SplittableRandom random;

  DemoChance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean in(double share) {
    return random.nextDouble() < share;
  }

  double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of them, the heavier the likelier. */
  <T> T weighed(List<T> choices, ToDoubleFunction<T> weight) {
    double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
    for (T choice : choices) {
      left -= weight.applyAsDouble(choice);
      if (left < 0) {
        return choice;
      }
    }
    return choices.getLast();
  }
}
