package org.yiwang.submission;

import org.springframework.stereotype.Component;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;

/** Tells an applicant something (告知), in the transaction of what it tells of. */
@Component
class TellApplicant {
  private final Notices notices;

  TellApplicant(Notices notices) {
    this.notices = notices;
  }

  /**
   * @param subject what it is about, as the journal names it
   */
  void tell(Submission to, Text title, Text words, String subject) {
    notices.tell(
        new NewNotice(
            Recipient.account(to.account(), to.language()), Way.WEB, title, words, subject));
  }
}
