package org.yiwang.bench;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How people work: they rest before each page (节奏).
 *
 * @param millis about how long; half to one and a half of it, so that they do not march in step
 */
record Pace(int millis) {
  void rest() throws InterruptedException {
    if (millis > 0) {
      Thread.sleep(ThreadLocalRandom.current().nextInt(millis / 2, millis + millis / 2 + 1));
    }
  }
}
