package org.yiwang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is said at the end of a verification. */
class VerifyCommandTests {
  private static final SealedHead HEAD = new SealedHead(1, new byte[32], Instant.EPOCH, 1, "");

  @Test
  void oneIsSaidAsOneAndManyAsMany() {
    assertThat(VerifyCommand.words(new VerifyLog.Outcome(1, 1, HEAD, null), 0.2))
        .endsWith(": 1 entry 条记录, 1 checkpoint 个检查点, 0.2 s");
    assertThat(VerifyCommand.words(new VerifyLog.Outcome(1200, 0, HEAD, null), 3))
        .endsWith(": 1,200 entries 条记录, 0 checkpoints 个检查点, 3.0 s");
  }
}
