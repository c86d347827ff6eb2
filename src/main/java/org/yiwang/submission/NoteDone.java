package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.AtCounter;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.SubmissionStore.Part;

/**
 * Writes down what is done with an application that was sent, and by what (代办留痕). What an officer
 * does at the counter is told to whoever it is done for, and stands in every case of the
 * application: one form answers them all, so whoever changed it decides none of them.
 */
@Component
class NoteDone {
  private final Acting acting;
  private final SubmissionStore store;
  private final VisitStore visits;
  private final Cases cases;
  private final TellApplicant applicant;
  private final Units units;
  private final WantedMaker wanted;
  private final String hotline;

  NoteDone(
      Acting acting,
      SubmissionStore store,
      VisitStore visits,
      Cases cases,
      TellApplicant applicant,
      Units units,
      WantedMaker wanted,
      District district) {
    this.acting = acting;
    this.store = store;
    this.visits = visits;
    this.cases = cases;
    this.applicant = applicant;
    this.units = units;
    this.wanted = wanted;
    this.hotline = district.definition().hotline();
  }

  /**
   * In the transaction of what is done; checks once more that they may.
   *
   * @throws RefusedException FORBIDDEN once the mandate or the visit is over
   */
  Acting.For note(Viewer viewer, Submission sent, Done done) {
    Acting.For who = acting.note(viewer, sent, done.code());
    CounterVisit visit = who.visit();
    if (visit != null) {
      keep(sent, done, visit, SubmitDraft.actor(viewer, who));
      tell(sent, done, visit);
    }
    return who;
  }

  /** The case that moves says so itself. */
  private void keep(Submission sent, Done done, CounterVisit visit, Actor officer) {
    Text says =
        done.moves() == null
            ? done.says()
            : Text.of(
                "同一申请的 " + done.moves() + "：" + done.says().zh(),
                done.moves() + " of the same application: " + done.says().en());
    for (Part part : store.listParts(sent.id())) {
      String number = part.number();
      if (number != null && !number.equals(done.moves())) {
        cases.append(number, new AtCounter(visit.officer(), visit.unit(), says), officer);
      }
    }
  }

  private void tell(Submission sent, Done done, CounterVisit visit) {
    Text at = VisitView.unit(units, visit.unit());
    Text name = wanted.get(sent.target()).name();
    applicant.tell(
        sent,
        Text.of("窗口代您办了一步", "Something was done for you at the counter"),
        Text.of(
            "“%s”：%s的窗口照您本人当面所说，替您%s。如果到场的不是您，请拨 %s。"
                .formatted(name.zh(), at.zh(), done.says().zh(), hotline),
            "“%s”: at the counter of %s, for you, as you said there: %s. If that was not you, call %s."
                .formatted(name.en(), at.en(), done.says().en(), hotline)),
        visit.subject());
  }

  /** Whoever took an application in, or changed it at the counter, before this case of it began. */
  void begun(Submission sent, String number) {
    for (CounterVisit visit : before(sent)) {
      Text says =
          Text.of("这件申请由窗口代收或代办过", "The application was taken in or gone on with at the counter");
      cases.append(number, new AtCounter(visit.officer(), visit.unit(), says), Actor.SYSTEM);
    }
  }

  private List<CounterVisit> before(Submission sent) {
    List<CounterVisit> all = new ArrayList<>(visits.listServing(sent.id()));
    UUID taken = sent.visit();
    Optional.ofNullable(taken).flatMap(visits::find).ifPresent(all::add);
    return all;
  }
}
