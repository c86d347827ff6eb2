package org.yiwang.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.Refusal;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;
import org.yiwang.submission.SignedPromise.State;

/**
 * What somebody takes upon themselves by sending an application (承诺与待补): promises, papers that
 * follow; and who may not promise.
 */
@Component
class Undertakings {
  private final SignPromises signPromises;
  private final OwePapers owePapers;
  private final PromiseStore promises;
  private final PaperStore papers;
  private final AttachFiles attached;
  private final DistrictTime time;

  Undertakings(
      SignPromises signPromises,
      OwePapers owePapers,
      PromiseStore promises,
      PaperStore papers,
      AttachFiles attached,
      DistrictTime time) {
    this.attached = attached;
    this.signPromises = signPromises;
    this.owePapers = owePapers;
    this.promises = promises;
    this.papers = papers;
    this.time = time;
  }

  /** In the transaction of the sending. */
  void begin(Submission sent, Wanted wanted, Actor by) {
    signPromises.sign(sent, wanted, by);
    owePapers.owe(sent, wanted);
    for (Supply supply : sent.filled().supplies().values()) {
      if (supply.way() == Way.UPLOAD && supply.id() != null) {
        papers.bind(supply.id(), sent.id());
      }
    }
    attached.bind(sent, wanted.questions().fields().toList());
  }

  /** The paper itself has come: nothing stands for it or is waited for any more. */
  void handedIn(UUID submission, String evidence, UUID paper) {
    papers.bind(paper, submission);
    owePapers.given(submission, evidence);
    promises.listOf(submission).stream()
        .filter(one -> one.evidence().equals(evidence) && one.state() == State.STANDS)
        .forEach(one -> promises.settled(one.id(), State.ENDED, null, time.instant()));
  }

  /**
   * Promises in a draft that may not be made for its party, having broken one for the same matter.
   */
  List<Refusal> barred(Drafts.Open open) {
    List<Refusal> refusals = new ArrayList<>();
    Filled filled = open.draft().filled();
    for (SignedPromise broken : promises.listBarring(open.draft().party(), time.instant())) {
      for (Evidence evidence : open.evidence()) {
        Supply supply = filled.supplies().get(evidence.id());
        boolean promised = supply != null && supply.way() == Way.PROMISE;
        if (promised && open.wanted().needs(broken.matter(), evidence)) {
          refusals.add(
              SubmissionRefusals.promiseBarred(evidence.id(), evidence.name(), until(broken)));
        }
      }
    }
    return refusals;
  }

  private String until(SignedPromise broken) {
    return String.valueOf(
        broken.barredUntil() == null
            ? null
            : LocalDate.ofInstant(broken.barredUntil(), time.zone()));
  }
}
