package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Viewer;
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

  /**
   * Who ends it.
   *
   * @param facts for whom and by what, as {@link Acting#facts} says it
   */
  record By(Actor actor, Map<String, Object> facts) {
    static final By PROGRAM = new By(Actor.SYSTEM, Map.of());

    static By of(Viewer viewer, Acting.For acting) {
      return new By(SubmitDraft.actor(viewer, acting), Acting.facts(acting));
    }
  }

  /** The applicant takes the consent back. */
  @Transactional
  void takenBack(UUID draft, By by) {
    end(draft, End.TAKEN_BACK, by);
  }

  /**
   * The draft, held by the caller, becomes an application; what was written stays readable to the
   * applicant.
   */
  @Transactional
  void sent(UUID draft, UUID submission, By by) {
    end(draft, End.SENT, by);
    store.sent(draft, submission);
  }

  /**
   * The draft is thrown away, and with it what was written. Whoever calls holds the draft first
   * ({@link DraftStore#lock}), as everybody else does: else help that is asked for meanwhile stays
   * open for good.
   */
  @Transactional
  void dropped(UUID draft, By by) {
    end(draft, End.DROPPED, by);
    store.dropMessages(draft);
  }

  /** Whoever asked may not act for the party any more. */
  @Transactional
  void lapsed(UUID help) {
    store.lockOpen(help).ifPresent(open -> end(open, End.MANDATE_OVER, By.PROGRAM));
  }

  private void end(UUID draft, End why, By by) {
    store.lockOpenOf(draft).ifPresent(help -> end(help, why, by));
  }

  private void end(DraftHelp help, End why, By by) {
    store.ended(help.id(), why);
    Map<String, Object> facts = new LinkedHashMap<>(by.facts());
    facts.put("for", "party:" + help.party());
    facts.put("why", why.name());
    journal.append(new NewEntry(by.actor(), "help.ended", help.subject(), facts));
  }
}
