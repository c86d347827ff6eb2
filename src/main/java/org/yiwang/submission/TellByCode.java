package org.yiwang.submission;

import org.springframework.stereotype.Component;
import org.yiwang.pack.District;
import org.yiwang.pack.Text;

/**
 * Tells whoever applied what was done by the code on their slip (凭码办理告知), in the transaction in
 * which it is done: whoever found a slip does nothing unseen.
 */
@Component
class TellByCode {
  private final TellApplicant applicant;
  private final WantedMaker wanted;
  private final String hotline;

  TellByCode(TellApplicant applicant, WantedMaker wanted, District district) {
    this.applicant = applicant;
    this.wanted = wanted;
    this.hotline = district.definition().hotline();
  }

  void tell(Submission sent, Done done) {
    Text name = wanted.get(sent.target()).name();
    applicant.tell(
        sent,
        Text.of("凭办件码办了一步", "Something was done with your case code"),
        Text.of(
            "“%s”：凭办件码%s。如果不是您，请拨 %s，并到窗口重发办件码。".formatted(name.zh(), done.says().zh(), hotline),
            "“%s”, with the case code: %s. If that was not you, call %s and have a new code made at the counter."
                .formatted(name.en(), done.says().en(), hotline)),
        sent.subject());
  }
}
