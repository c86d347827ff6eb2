package org.yiwang.submission;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.file.LookQuestions;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.AccessLog.Look;
import org.yiwang.identity.OnBehalf;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.page.Page;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Contacts;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Who looked, of one application alone (这一件谁看过): its cases, and the visits at which it was taken in
 * or gone on with; and asking why.
 */
@Component
class FollowedLooks {
  private static final String WHY = "asked-why ";
  private static final Text SAYS = Text.of("询问了为何查阅", "It was asked why somebody looked");

  private final AccessLog access;
  private final SubmissionStore store;
  private final VisitStore visits;
  private final LookQuestions questions;
  private final Hands hands;
  private final Parties parties;
  private final Contacts contacts;

  FollowedLooks(
      AccessLog access,
      SubmissionStore store,
      VisitStore visits,
      LookQuestions questions,
      Hands hands,
      Parties parties,
      Contacts contacts) {
    this.contacts = contacts;
    this.parties = parties;
    this.access = access;
    this.store = store;
    this.visits = visits;
    this.questions = questions;
    this.hands = hands;
  }

  /** One look, and what was asked about it. */
  record Line(Look of, LookQuestions.@Nullable Asked asked) {}

  /**
   * All of them, the oldest first.
   *
   * @param within in what time a question is answered; null where none may be asked
   * @param told whether they are told of the answer: by text message, where there is a number
   */
  record Lines(List<Line> all, @Nullable Text within, boolean told) {}

  Lines list(Page page, Submission sent) {
    Map<Long, LookQuestions.Asked> asked = questions.list(page, sent.party());
    List<Line> all =
        looks(sent).stream().map(look -> new Line(look, asked.get(look.entry()))).toList();
    return new Lines(all, questions.findLimit().orElse(null), told(sent));
  }

  /**
   * @return the number of the case in which it is answered
   * @throws RefusedException MISSING for a look at anything else
   */
  @Transactional
  public String ask(Submission sent, long entry, Hand hand, Language language) {
    Look look =
        looks(sent).stream()
            .filter(one -> one.entry() == entry)
            .findFirst()
            .orElseThrow(SubmissionRefusals::submissionMissing);
    return questions
        .findNumber(sent.party(), look)
        .orElseGet(() -> asked(sent, look, hand, language));
  }

  private String asked(Submission sent, Look look, Hand hand, Language language) {
    Acting.For who = hands.note(hand, sent, new Done(WHY + look.entry(), null, SAYS));
    return questions.ask(sent.party(), look, hand.actor(who), language);
  }

  private boolean told(Submission sent) {
    return parties.findAccount(sent.party()).isPresent()
        || contacts.masked(sent.party()).phone() != null;
  }

  /** A slip may lie in anybody's hand: an agent is named in part. */
  private static Look masked(Look look) {
    OnBehalf by = look.by();
    return by == null ? look : look.by(by.named(PartyName.masked(by.agent())));
  }

  private List<Look> looks(Submission sent) {
    Set<String> subjects = new LinkedHashSet<>();
    store.listParts(sent.id()).stream()
        .filter(part -> part.number() != null)
        .forEach(part -> subjects.add("case:" + part.number()));
    subjects.add(sent.subject());
    if (sent.visit() != null) {
      subjects.add(CounterVisit.PREFIX + sent.visit());
    }
    visits.listServing(sent.id()).forEach(one -> subjects.add(one.subject()));
    return subjects.stream()
        .flatMap(subject -> access.listLooks(subject).stream())
        .filter(look -> look.concerns().equals("party:" + sent.party()))
        .map(FollowedLooks::masked)
        .sorted(Comparator.comparing(Look::at))
        .toList();
  }
}
