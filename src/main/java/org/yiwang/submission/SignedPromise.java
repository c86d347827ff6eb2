package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.Tone;

/**
 * A promise as it was signed (告知承诺): the matter may say something else by now, this one does not.
 *
 * @param evidence the paper that it stands for
 * @param due when it is looked at
 * @param way how it was looked at; null before
 * @param check number of the case that checks it; null where none was needed
 * @param reason what the officer found, in the officer's words
 * @param decided when that was
 * @param barredUntil until when its account cannot promise for this matter again
 */
record SignedPromise(
    UUID id,
    UUID submission,
    String account,
    UUID party,
    String matter,
    String evidence,
    Words words,
    Instant signed,
    Instant due,
    State state,
    @Nullable Way way,
    @Nullable String check,
    @Nullable String reason,
    @Nullable Instant decided,
    @Nullable Instant barredUntil) {

  /**
   * What was on the screen when it was signed.
   *
   * @param name the paper
   */
  record Words(Text name, Text text, Text broken) {}

  /** What has become of it (承诺状态). */
  enum State {
    STANDS(Text.of("有效", "Stands"), Tone.RUN),
    CHECKING(Text.of("核查中", "Being checked"), Tone.RUN),
    CONFIRMED(Text.of("已核实，属实", "Checked and true"), Tone.DONE),
    BROKEN(Text.of("核查不实", "Found not true"), Tone.LATE),
    APPEALED(Text.of("异议复核中", "Being reconsidered"), Tone.SOON),
    /** The application came to nothing, or the paper itself was given: nothing to check. */
    ENDED(Text.of("不用再核查", "Not to be checked"), Tone.PLAIN);

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

  /** How it is looked at (核查方式). */
  enum Way {
    ON_SITE(Text.of("抽中，现场核查", "Drawn by lot, looked at on site")),
    /** Where the pack draws nobody: all are. */
    ALL_ON_SITE(Text.of("全部现场核查，不抽签", "Everybody is looked at on site; no lots are drawn")),
    BY_OFFICER(Text.of("工作人员查阅核对", "Looked up by an officer")),
    BY_REGISTER(Text.of("由已有的电子证照核实", "Proved by a credential that exists by now"));

    private final Text words;

    Way(Text words) {
      this.words = words;
    }

    Text words() {
      return words;
    }
  }

  /** How the journal's subjects of promises begin. */
  static final String PREFIX = "promise:";

  String subject() {
    return subject(id);
  }

  /** From when on it is looked at, as long as it stands; later its state says enough. */
  String when(Page page) {
    String day = page.date(due);
    return state == State.STANDS ? page.t(day + " 起核查", "to be checked from " + day + " on") : "";
  }

  static String subject(UUID id) {
    return PREFIX + id;
  }

  String href() {
    return "/promises/" + id;
  }
}
