package org.yiwang.submission;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matter.Promise;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/** Writes down which papers are to follow, and until when (容缺待补). */
@Component
class OwePapers {
  private static final UUID NEW = new UUID(0, 0);

  private final OwedStore store;
  private final WorkingCalendar calendar;
  private final DistrictTime time;

  OwePapers(OwedStore store, WorkingCalendar calendar, DistrictTime time) {
    this.store = store;
    this.calendar = calendar;
    this.time = time;
  }

  /** All that was put off in an application that is being sent. */
  void owe(Submission sent, Wanted wanted) {
    for (Evidence evidence : wanted.evidence(sent.filled().answers())) {
      Supply supply = sent.filled().supplies().get(evidence.id());
      if (supply != null && supply.way() == Way.LATER && evidence.later() != null) {
        Instant due = calendar.due(time.instant(), Objects.requireNonNull(evidence.later())).due();
        String matter = wanted.firstWith(evidence, sent.filled().answers());
        var owed =
            new Owed(
                NEW,
                sent.id(),
                matter,
                evidence.id(),
                evidence.name(),
                null,
                due,
                Owed.State.OPEN,
                null);
        insert(sent, owed, evidence.missingRule().reminds());
      }
    }
  }

  /** The paper that a broken promise stood for. */
  void owe(SignedPromise promise, Promise declared, Submission sent) {
    Instant due =
        calendar.due(time.instant(), Objects.requireNonNull(declared.supplementWithin())).due();
    var owed =
        new Owed(
            NEW,
            sent.id(),
            promise.matter(),
            promise.evidence(),
            promise.words().name(),
            promise.id(),
            due,
            Owed.State.OPEN,
            null);
    insert(sent, owed, declared.reminds());
  }

  private void insert(Submission sent, Owed owed, int days) {
    store.insert(sent, owed, SignPromises.reminder(time.instant(), owed.due(), days));
  }

  /** It has come; nothing if it was not waited for. */
  void given(UUID submission, String evidence) {
    store
        .findOpen(submission, evidence)
        .ifPresent(one -> store.settled(one.id(), Owed.State.GIVEN, time.instant()));
  }

  void forgive(SignedPromise promise) {
    store.forgive(promise.id(), time.instant());
  }
}
