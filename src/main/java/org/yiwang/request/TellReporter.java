package org.yiwang.request;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;
import org.yiwang.party.Contact;
import org.yiwang.party.Contacts;
import org.yiwang.request.RequestStore.Follower;

/**
 * Tells whoever reported or follows, at each step the lifecycle has words for (告知反映人); written in
 * the transaction of the step. Who left nothing to be reached by reads it on the request's page.
 */
@Component
class TellReporter {
  private final RequestStore store;
  private final Contacts contacts;
  private final Notices notices;

  TellReporter(RequestStore store, Contacts contacts, Notices notices) {
    this.store = store;
    this.contacts = contacts;
    this.notices = notices;
  }

  @EventListener
  void tell(CaseMoved moved) {
    Text news = moved.news();
    if (news == null) {
      return;
    }
    Case now = moved.now();
    Text says = withNumber(news, moved.joinedTo());
    Case.Origin origin = now.origin();
    store // a case that no request opened has its own way of telling
        .listConcerned(now.number(), origin.reporterAccount(), origin.reporter())
        .forEach(concerned -> tell(concerned, now, says));
  }

  /** With the number under which it goes on, where it was joined to another report. */
  private static Text withNumber(Text news, @Nullable String joinedTo) {
    return joinedTo == null
        ? news
        : Text.of(
            news.zh() + "原编号 " + joinedTo + "，凭您现在的查询码或电话后四位也能查。",
            news.en()
                + " Its number is "
                + joinedTo
                + "; your own code or the last four digits of your telephone open it too.");
  }

  private void tell(Follower who, Case now, Text says) {
    if (who.account() != null) {
      send(Recipient.account(who.account(), who.language()), Way.WEB, now, says);
    }
    if (who.contact() != null) {
      Contact masked = contacts.masked(who.contact());
      if (masked.phone() != null) {
        send(Recipient.party(who.contact(), masked.phone(), who.language()), Way.SMS, now, says);
      } else if (masked.mail() != null) {
        send(Recipient.party(who.contact(), masked.mail(), who.language()), Way.MAIL, now, says);
      }
    }
  }

  private void send(Recipient to, Way way, Case now, Text says) {
    Text title = Text.of("您反映的问题有新进展", "News about what you reported");
    notices.tell(new NewNotice(to, way, title, says, now.subject()));
  }
}
