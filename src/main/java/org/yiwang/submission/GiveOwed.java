package org.yiwang.submission;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/** Takes a paper that was to follow (补交). */
@Component
class GiveOwed {
  private final Hands hands;
  private final OwedStore owed;
  private final SubmissionStore store;
  private final PartCases.Maker parts;
  private final PaperStore papers;
  private final Journal journal;
  private final DistrictTime time;

  GiveOwed(
      Hands hands,
      OwedStore owed,
      SubmissionStore store,
      PartCases.Maker parts,
      PaperStore papers,
      Journal journal,
      DistrictTime time) {
    this.hands = hands;
    this.owed = owed;
    this.store = store;
    this.parts = parts;
    this.papers = papers;
    this.journal = journal;
    this.time = time;
  }

  /**
   * @throws RefusedException MISSING if it is not expected, or not any more
   */
  @Transactional
  void give(Submission mine, String evidence, UUID paper, Hand hand) {
    Owed one =
        owed.findOpen(mine.id(), evidence)
            .filter(open -> parts.awaits(parts.of(mine), open))
            .orElseThrow(SubmissionRefusals::paperNotExpected);
    Acting.For who = hands.note(hand, mine, Done.paper(one));
    Submission now = store.lock(mine.id());
    store.save(now.with(now.filled().supply(evidence, new Supply(Way.UPLOAD, paper))));
    papers.bind(paper, mine.id());
    owed.settled(one.id(), Owed.State.GIVEN, time.instant());
    journal.append(
        new NewEntry(
            hand.actor(who),
            "submission.paper-given",
            mine.subject(),
            Map.of("evidence", evidence)));
  }
}
