package org.yiwang.submission;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.casework.CaseMoved;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Matter.Promise;
import org.yiwang.matter.Matter.Promise.OnBroken;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.submission.SignedPromise.State;

/**
 * Follows the cases that check promises: kept, or broken with what the matter declares for that
 * (失信处理); an objection, and what its reconsidering gives back (异议恢复). All in the transaction of the
 * step.
 */
@Component
class FollowChecks {
  /** Actions of the lifecycle {@code promise-check} that say what came out. */
  static final String KEPT = "kept";

  static final String BROKEN = "broken";
  static final String OBJECT = "object";
  static final String OVERTURN = "overturn";
  static final String UPHOLD = "uphold";

  private final PromiseStore store;
  private final SubmissionStore submissions;
  private final Matters matters;
  private final OwePapers owePapers;
  private final TakeBack takeBack;
  private final TellApplicant applicant;
  private final WorkingCalendar calendar;
  private final DistrictTime time;
  private final Journal journal;

  FollowChecks(
      PromiseStore store,
      SubmissionStore submissions,
      Matters matters,
      OwePapers owePapers,
      TakeBack takeBack,
      TellApplicant applicant,
      WorkingCalendar calendar,
      DistrictTime time,
      Journal journal) {
    this.store = store;
    this.submissions = submissions;
    this.matters = matters;
    this.owePapers = owePapers;
    this.takeBack = takeBack;
    this.applicant = applicant;
    this.calendar = calendar;
    this.time = time;
    this.journal = journal;
  }

  @EventListener
  void follow(CaseMoved moved) {
    if (!CheckPromise.LIFECYCLE.equals(moved.now().position().lifecycle())) {
      return; // no question to the database for every move of every other case
    }
    Optional<SignedPromise> checked = store.findByCheck(moved.now().number());
    if (checked.isPresent()) {
      SignedPromise promise = checked.get();
      Submission sent = submissions.find(promise.submission()).orElseThrow();
      follow(promise, sent, moved);
      if (moved.tell() != null) {
        tell(sent, promise, moved.tell());
      }
    }
  }

  private void follow(SignedPromise promise, Submission sent, CaseMoved moved) {
    Instant now = time.instant();
    switch (moved.action()) {
      case KEPT -> {
        store.settled(promise.id(), State.CONFIRMED, moved.note(), now);
        entry(promise, "promise.confirmed", Map.of("case", moved.now().number()));
      }
      case BROKEN -> broken(promise, sent, moved, now);
      case OBJECT -> {
        store.appealed(promise.id());
        entry(promise, "promise.appealed", Map.of("case", moved.now().number()));
      }
      case UPHOLD -> {
        store.settled(promise.id(), State.BROKEN, promise.reason(), now);
        bar(promise, now);
        entry(promise, "promise.upheld", Map.of("case", moved.now().number()));
      }
      case OVERTURN -> overturned(promise, sent, moved, now);
      default -> {}
    }
  }

  private Optional<Promise> declared(SignedPromise promise) {
    return matters.findMatter(promise.matter()).stream()
        .flatMap(matter -> matter.evidence().stream())
        .filter(one -> one.id().equals(promise.evidence()) && one.promise() != null)
        .findFirst()
        .map(org.yiwang.matter.Matter.Evidence::promise);
  }

  private void broken(SignedPromise promise, Submission sent, CaseMoved moved, Instant now) {
    store.settled(promise.id(), State.BROKEN, moved.note(), now);
    bar(promise, now);
    Map<String, Object> facts = new HashMap<>(Map.of("case", moved.now().number()));
    Optional<Promise> declared = declared(promise);
    OnBroken then = declared.map(Promise::onBroken).orElse(null);
    if (then == OnBroken.REVOKE) {
      facts.put(
          "revoked",
          takeBack.revoke(sent.id(), promise.evidence(), promise.subject(), why(promise)));
    } else if (then == OnBroken.SUPPLEMENT) {
      owePapers.owe(promise, declared.get(), sent);
      facts.put("supplement", true);
    }
    entry(promise, "promise.broken", facts);
  }

  private void bar(SignedPromise promise, Instant now) {
    declared(promise)
        .map(Promise::barred)
        .ifPresent(time -> store.bar(promise.id(), calendar.due(now, time).due()));
  }

  static Text why(SignedPromise promise) {
    Text name = promise.words().name();
    return Text.of(
        "“" + name.zh() + "”的承诺经核查不属实。",
        "The promise about “" + name.en() + "” was found not to be true.");
  }

  private void overturned(SignedPromise promise, Submission sent, CaseMoved moved, Instant now) {
    store.settled(promise.id(), State.CONFIRMED, moved.note(), now);
    owePapers.forgive(promise);
    boolean restored = takeBack.restore(sent, promise.subject());
    entry(
        promise, "promise.restored", Map.of("case", moved.now().number(), "credential", restored));
  }

  private void entry(SignedPromise promise, String kind, Map<String, Object> facts) {
    journal.append(new NewEntry(Actor.SYSTEM, kind, promise.subject(), facts));
  }

  private void tell(Submission sent, SignedPromise promise, Text says) {
    Text name = promise.words().name();
    applicant.tell(
        sent,
        Text.of("承诺核查的结果", "What came out about your promise"),
        Text.of(name.zh() + "：" + says.zh(), name.en() + ": " + says.en()),
        promise.subject());
  }
}
