package org.yiwang.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;

/**
 * Reminds applicants before a promise is checked or a paper is due (到期提醒). Of what came to nothing
 * nobody is reminded, but it is looked at again some hours later: an objection may bring it back.
 */
@Component
class RemindApplicants {
  private static final Duration AGAIN = Duration.ofHours(6);

  private final PromiseStore promises;
  private final OwedStore owed;
  private final SubmissionStore submissions;
  private final PartCases.Maker parts;
  private final TellApplicant applicant;
  private final DistrictTime time;

  RemindApplicants(
      PromiseStore promises,
      OwedStore owed,
      SubmissionStore submissions,
      PartCases.Maker parts,
      TellApplicant applicant,
      DistrictTime time) {
    this.promises = promises;
    this.owed = owed;
    this.submissions = submissions;
    this.parts = parts;
    this.applicant = applicant;
    this.time = time;
  }

  /** Returns how many were told. */
  @Transactional
  int remind() {
    int told = 0;
    for (SignedPromise promise : promises.takeReminders(time.instant())) {
      told += remind(promise) ? 1 : 0;
    }
    for (Owed paper : owed.takeReminders(time.instant())) {
      told += remind(paper) ? 1 : 0;
    }
    return told;
  }

  private String day(Instant at) {
    return LocalDate.ofInstant(at, time.zone()).toString();
  }

  private boolean remind(SignedPromise promise) {
    Submission sent = submissions.find(promise.submission()).orElseThrow();
    if (parts.of(sent).cameToNothing(promise.matter())) {
      promises.remindAt(promise.id(), time.instant().plus(AGAIN));
      return false;
    }
    Text name = promise.words().name();
    String day = day(promise.due());
    applicant.tell(
        sent,
        Text.of("您的承诺快到核查时间", "Your promise will be checked soon"),
        Text.of(
            "“%s”的承诺自 %s 起核查。如情况有变，请在那之前联系窗口。".formatted(name.zh(), day),
            "Your promise about “%s” is checked from %s on. If anything has changed, tell the office before then."
                .formatted(name.en(), day)),
        promise.subject());
    return true;
  }

  private boolean remind(Owed one) {
    Submission sent = submissions.find(one.submission()).orElseThrow();
    if (!parts.awaits(parts.of(sent), one)) {
      owed.remindAt(one.id(), time.instant().plus(AGAIN));
      return false;
    }
    String day = day(one.due());
    applicant.tell(
        sent,
        Text.of("有材料快到补交期限", "A paper is due soon"),
        Text.of(
            "“%s”最迟 %s 补交，请在“我的办件”里上传。".formatted(one.name().zh(), day),
            "“%s” is due on %s at the latest; upload it under your applications."
                .formatted(one.name().en(), day)),
        sent.subject());
    return true;
  }
}
