package org.yiwang.submission;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.submission.DraftHelp.End;

/**
 * Ends the help with a draft (结束草稿帮办), in the transaction of what ends it: nobody but the applicant
 * sees the draft from then on.
 */
@Component
class EndHelp {
  private final DraftHelpStore store;
  private final Journal journal;

  EndHelp(DraftHelpStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** The applicant takes the consent back. */
  @Transactional
  void takenBack(UUID draft, Actor by) {
    end(draft, End.TAKEN_BACK, by);
  }

  /** The draft becomes an application; what was written stays readable to the applicant. */
  @Transactional
  void sent(UUID draft, UUID submission, Actor by) {
    end(draft, End.SENT, by);
    store.sent(draft, submission);
  }

  /** The draft is thrown away, and with it what was written. */
  @Transactional
  void dropped(UUID draft, Actor by) {
    end(draft, End.DROPPED, by);
    store.dropMessages(draft);
  }

  private void end(UUID draft, End why, Actor by) {
    store
        .lockOpenOf(draft)
        .ifPresent(
            help -> {
              store.ended(help.id(), why);
              journal.append(
                  new NewEntry(
                      by,
                      "help.ended",
                      help.subject(),
                      Map.of("for", "party:" + help.party(), "why", why.name())));
            });
  }
}
