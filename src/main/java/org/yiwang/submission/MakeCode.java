package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;

/**
 * Makes the code by which whoever stands at the counter and has no account follows their
 * application (发办件码). Shown once; the one before ends, and the person is told that there is a new
 * one, never which: by a message, and under who looked, which also whoever has no telephone reads.
 */
@Component
class MakeCode {
  /** So long whoever was taken in is still at the counter after it was sent. */
  static final Duration STAYS = Duration.ofMinutes(30);

  private final CodeStore codes;
  private final SubmissionStore store;
  private final VisitStore visits;
  private final Parties parties;
  private final TellApplicant applicant;
  private final AccessLog access;
  private final Journal journal;
  private final DistrictTime time;

  MakeCode(
      CodeStore codes,
      SubmissionStore store,
      VisitStore visits,
      Parties parties,
      TellApplicant applicant,
      AccessLog access,
      Journal journal,
      DistrictTime time) {
    this.access = access;
    this.codes = codes;
    this.store = store;
    this.visits = visits;
    this.parties = parties;
    this.applicant = applicant;
    this.journal = journal;
    this.time = time;
  }

  /**
   * The application of a visit for which a code may be made now: of whoever has no account, and who
   * is at the counter: it was sent just now, or is opened again with consent. Later they are
   * received again first (再次接待), so that nobody makes one without them.
   */
  Optional<Submission> find(CounterVisit visit) {
    Instant now = time.instant();
    boolean again =
        visit.serves() != null
            && visit.consent() != null
            && visit.open()
            && visit.came().isAfter(now.minus(VisitStore.LASTS));
    boolean stays = visit.ended() != null && visit.ended().isAfter(now.minus(STAYS));
    UUID of = again ? visit.serves() : stays ? visit.submission() : null;
    return Optional.ofNullable(of).flatMap(store::find).filter(this::hasNoAccount);
  }

  /** Whether what was sent at a visit belongs to somebody who follows it by code alone. */
  boolean byCodeOnly(CounterVisit visit) {
    return Optional.ofNullable(visit.submission())
        .flatMap(store::find)
        .filter(this::hasNoAccount)
        .isPresent();
  }

  private boolean hasNoAccount(Submission sent) {
    return parties.findAccount(sent.party()).isEmpty();
  }

  /**
   * @throws org.yiwang.page.RefusedException FORBIDDEN where none may be made at that visit
   */
  @Transactional
  CaseCode make(CounterVisit visit, Viewer officer) {
    CounterVisit now = visits.lock(visit.id()).orElseThrow(WindowRefusals::visitMissing);
    Submission sent = find(now).orElseThrow(WindowRefusals::visitOver);
    CaseCode code = CaseCode.fresh();
    told(sent, officer);
    codes.put(sent.id(), code);
    var by = new Actor(Actor.Kind.PERSON, officer.account(), officer.name());
    journal.append(
        new NewEntry(by, "submission.code-made", sent.subject(), Map.of("visit", visit.subject())));
    applicant.tell(
        sent,
        Text.of("窗口给您发了办件码", "A case code was made for you at the counter"),
        Text.of(
            "凭窗口给您的单子上的编号和办件码，可以在首页“查进展”里看进展、办手续；以前的办件码作废。如果到场的不是您，请到窗口重发。",
            "With the number and code on your slip you can follow the application and go on with it"
                + " under “Look up”; an earlier code ends. If that was not you, have a new one made at the counter."),
        visit.subject());
    return code;
  }

  /** They read when, by which unit and in which role, and may ask why. */
  private void told(Submission sent, Viewer officer) {
    Text says =
        codes.hasOne(sent.id())
            ? Text.of("发了新的办件码，以前的作废", "Made a new case code; the one before ended")
            : Text.of("发了办件码", "Made the case code");
    access.read(officer, AccessLog.Sight.ofParty(sent.subject(), sent.party()), says);
  }
}
