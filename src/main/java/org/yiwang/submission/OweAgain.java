package org.yiwang.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.calendar.TimeLimit;
import org.yiwang.calendar.WorkingCalendar;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;

/**
 * A refused application is open again: what fell due meanwhile is asked for again (重新要求补交). It gets
 * its whole time once more, since nobody asked for it while the application stood refused.
 */
@Component
class OweAgain {
  private final OwedStore store;
  private final SubmissionStore submissions;
  private final PartCases.Maker parts;
  private final Matters matters;
  private final WorkingCalendar calendar;
  private final TellApplicant applicant;
  private final DistrictTime time;

  OweAgain(
      OwedStore store,
      SubmissionStore submissions,
      PartCases.Maker parts,
      Matters matters,
      WorkingCalendar calendar,
      TellApplicant applicant,
      DistrictTime time) {
    this.store = store;
    this.submissions = submissions;
    this.parts = parts;
    this.matters = matters;
    this.calendar = calendar;
    this.applicant = applicant;
    this.time = time;
  }

  /** In the transaction that opened it. */
  void owe(Submission sent) {
    Instant now = time.instant();
    PartCases cases = parts.of(submissions.listParts(sent.id()));
    for (Owed one : store.list(sent.id())) {
      if (one.open() && !one.due().isAfter(now) && parts.awaits(cases, one)) {
        evidence(one).ifPresent(evidence -> again(sent, one, evidence, now));
      }
    }
  }

  private Optional<Evidence> evidence(Owed one) {
    return matters.findMatter(one.matter()).stream()
        .flatMap(matter -> matter.evidence().stream())
        .filter(evidence -> evidence.id().equals(one.evidence()))
        .findFirst();
  }

  private void again(Submission sent, Owed one, Evidence evidence, Instant now) {
    TimeLimit limit = one.promise() == null ? evidence.later() : afterPromise(evidence);
    if (limit == null) {
      return; // the pack does not let it follow any more: its old date stands
    }
    Instant due = calendar.due(now, limit).due();
    int days =
        one.promise() == null || evidence.promise() == null
            ? evidence.missingRule().reminds()
            : evidence.promise().reminds();
    store.dueAgain(one.id(), due, SignPromises.reminder(now, due, days));
    String day = LocalDate.ofInstant(due, time.zone()).toString();
    applicant.tell(
        sent,
        Text.of("有材料要补交", "A paper is asked for again"),
        Text.of(
            "复核期间还要“%s”，请在 %s 前补交，在“我的办件”里上传。".formatted(one.name().zh(), day),
            "“%s” is needed again; hand it in by %s, under your applications."
                .formatted(one.name().en(), day)),
        sent.subject());
  }

  private static @Nullable TimeLimit afterPromise(Evidence evidence) {
    return evidence.promise() == null ? null : evidence.promise().supplementWithin();
  }
}
