package org.yiwang.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.pack.Text;

/**
 * Reminds applicants before a promise is checked or a paper is due (到期提醒); not of what came to
 * nothing.
 */
@Component
class RemindApplicants {
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

  /** Returns how many. */
  @Transactional
  int remind() {
    List<SignedPromise> soon = promises.takeReminders(time.instant());
    soon.forEach(this::remind);
    List<Owed> late = owed.takeReminders(time.instant());
    late.forEach(this::remind);
    return soon.size() + late.size();
  }

  private String day(Instant at) {
    return LocalDate.ofInstant(at, time.zone()).toString();
  }

  private void remind(SignedPromise promise) {
    Submission sent = submissions.find(promise.submission()).orElseThrow();
    if (parts.of(sent).cameToNothing(promise.matter())) {
      return;
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
  }

  private void remind(Owed one) {
    Submission sent = submissions.find(one.submission()).orElseThrow();
    if (!parts.awaits(parts.of(sent), one)) {
      return;
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
  }
}
