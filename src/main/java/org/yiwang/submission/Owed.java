package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.page.Tone;

/**
 * A paper that is to follow (待补材料): put off when the application was sent (容缺受理), or asked for
 * after a promise was found not true.
 *
 * @param name of the evidence
 * @param promise the broken promise; null for one that was put off
 * @param settled when it was given, or its time was over
 */
record Owed(
    UUID id,
    UUID submission,
    String matter,
    String evidence,
    Text name,
    @Nullable UUID promise,
    Instant due,
    State state,
    @Nullable Instant settled) {

  /** Whether it came (补交状态). */
  enum State {
    OPEN(Text.of("待补交", "To be handed in"), Tone.SOON),
    GIVEN(Text.of("已补交", "Handed in"), Tone.DONE),
    MISSED(Text.of("逾期未交", "Not handed in in time"), Tone.LATE),
    /** Nobody needs it any more. */
    ENDED(Text.of("不用再交", "Not needed any more"), Tone.PLAIN);

    private final Text words;
    private final Tone tone;

    State(Text words, Tone tone) {
      this.words = words;
      this.tone = tone;
    }

    Text words() {
      return words;
    }

    Tone tone() {
      return tone;
    }
  }

  boolean open() {
    return state == State.OPEN;
  }

  String subject() {
    return "owed:" + id;
  }

  /** What is given as the reason when a credential is revoked for it. */
  String cause() {
    return promise == null ? subject() : SignedPromise.subject(promise);
  }
}
