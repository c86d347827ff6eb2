package org.yiwang.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.pack.Text;

/**
 * Help with a draft (草稿帮办): the applicant asked the unit that receives a matter, and agreed to its
 * seeing the answers until the draft is sent or dropped, or the consent is taken back.
 *
 * @param party whom the draft is for
 * @param matter the one that is asked about
 * @param unit which receives that matter, as it was when they agreed
 * @param words to what they agreed, word for word
 * @param page from which they asked, as {@link AskedFrom} names it; null if from none
 * @param ended from then on nobody but the applicant sees anything; null while it goes on
 * @param answered whether the office wrote last
 */
record DraftHelp(
    UUID id,
    UUID draft,
    String account,
    UUID party,
    Target target,
    String matter,
    String unit,
    Text words,
    Instant agreed,
    @Nullable String page,
    @Nullable Instant ended,
    @Nullable End why,
    boolean answered) {
  private static final String PREFIX = "help:";

  /** Why it ended. */
  enum End {
    TAKEN_BACK,
    SENT,
    DROPPED,
    /** Whoever asked for somebody else may not act for them any more. */
    MANDATE_OVER
  }

  boolean open() {
    return ended == null;
  }

  /** As the journal names it; also the thread of what is written. */
  String subject() {
    return PREFIX + id;
  }

  Message.Thread thread() {
    return new Message.Thread(subject(), party);
  }

  String href() {
    return "/help/" + id;
  }
}
