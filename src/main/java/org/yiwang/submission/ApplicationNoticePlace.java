package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.identity.Viewer;
import org.yiwang.notice.Notice;
import org.yiwang.notice.NoticePlace;
import org.yiwang.page.Link;
import org.yiwang.page.Page;

/** Applicants find what a message is about on the page of their application, promise or draft. */
@Component
@Order(10) // an application's case is no report
class ApplicationNoticePlace implements NoticePlace {
  private static final String SUBMISSION = "submission:";
  private static final String HELP = "help:";

  private final SubmissionStore store;
  private final DraftHelpStore helps;
  private final Acting acting;

  ApplicationNoticePlace(SubmissionStore store, DraftHelpStore helps, Acting acting) {
    this.store = store;
    this.helps = helps;
    this.acting = acting;
  }

  @Override
  public Optional<Link> find(Notice of, Viewer reader, Page page) {
    String subject = of.subject();
    if (subject.startsWith(SignedPromise.PREFIX)) {
      String id = subject.substring(SignedPromise.PREFIX.length());
      return Optional.of(Link.of(page.t("看承诺", "See the promise"), "/promises/" + id));
    }
    return subject.startsWith(HELP) ? help(subject, reader, page) : sent(subject, reader, page);
  }

  private Optional<Link> sent(String subject, Viewer reader, Page page) {
    Optional<Submission> sent =
        subject.startsWith(SUBMISSION)
            ? store.find(id(subject, SUBMISSION))
            : Case.numberIn(subject).flatMap(store::findByCase);
    return sent.filter(one -> acting.may(reader, one))
        .map(one -> Link.of(page.t("看办件", "See it"), "/applications/" + one.id()));
  }

  /** Whoever asked reads it at their draft, whoever else was told is one who helps. */
  private Optional<Link> help(String subject, Viewer reader, Page page) {
    return helps
        .find(id(subject, HELP))
        .filter(DraftHelp::open)
        .map(
            help ->
                help.account().equals(reader.account())
                    ? Link.of(page.t("看回复", "Read it"), "/drafts/" + help.draft() + "/help")
                    : Link.of(page.t("去帮办", "Help"), "/help/" + help.id()));
  }

  private static UUID id(String subject, String prefix) {
    return UUID.fromString(subject.substring(prefix.length()));
  }
}
