package org.yiwang.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock in the hand of a test. */
final class MovingClock implements InstantSource {
  private volatile Instant now;

  MovingClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant to) {
    now = to;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
