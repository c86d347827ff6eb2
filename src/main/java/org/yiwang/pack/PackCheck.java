package org.yiwang.pack;

/** One small named check over a pack that has been read (校验). */
@FunctionalInterface
public interface PackCheck {
  /** Reports every problem it finds; never throws for a fault of the pack. */
  void check(PackReading pack, Problems problems);
}
