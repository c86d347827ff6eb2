package org.yiwang.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;

/**
 * Makes the code by which whoever stands at the counter and has no account follows their
 * application (发办件码). Shown once; the one before ends, and the person is told that there is a new
 * one, never which.
 */
@Component
class MakeCode {
  private final CodeStore codes;
  private final SubmissionStore store;
  private final VisitStore visits;
  private final Parties parties;
  private final TellApplicant applicant;
  private final Journal journal;
  private final DistrictTime time;

  MakeCode(
      CodeStore codes,
      SubmissionStore store,
      VisitStore visits,
      Parties parties,
      TellApplicant applicant,
      Journal journal,
      DistrictTime time) {
    this.codes = codes;
    this.store = store;
    this.visits = visits;
    this.parties = parties;
    this.applicant = applicant;
    this.journal = journal;
    this.time = time;
  }

  /**
   * The application of a visit for which a code may be made now: of whoever has no account, sent at
   * this visit or opened at it again with consent, and not longer ago than a visit lasts.
   */
  Optional<Submission> find(CounterVisit visit) {
    Instant since = time.instant().minus(VisitStore.LASTS);
    boolean again = visit.serves() != null && visit.consent() != null && visit.open();
    UUID of = again ? visit.serves() : visit.submission();
    return Optional.ofNullable(of)
        .filter(id -> visit.came().isAfter(since))
        .flatMap(store::find)
        .filter(sent -> parties.findAccount(sent.party()).isEmpty());
  }

  /**
   * @throws org.yiwang.page.RefusedException FORBIDDEN where none may be made at that visit
   */
  @Transactional
  CaseCode make(CounterVisit visit, Viewer officer) {
    CounterVisit now = visits.lock(visit.id()).orElseThrow(WindowRefusals::visitMissing);
    Submission sent = find(now).orElseThrow(WindowRefusals::visitOver);
    CaseCode code = CaseCode.fresh();
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
}
