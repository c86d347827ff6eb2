package org.yiwang.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this run shows invented people and lets anybody be one of them (演示模式). */
@Component
class Demo {
  /** Everybody's password in the demo, told to everybody; works nowhere else. */
  static final String PASSWORD = "yiwang-demo";

  private final boolean on;

  Demo(@Value("${yiwang.demo:false}") boolean on) {
    this.on = on;
  }

  boolean on() {
    return on;
  }

  /** Invented people exist only in the demo, whatever rows an earlier run has left behind. */
  boolean allows(Account account) {
    return on || !account.demo();
  }
}
