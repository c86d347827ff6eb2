package org.yiwang.submission;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Mover;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Form.Field;
import org.yiwang.notice.NewNotice;
import org.yiwang.notice.Notices;
import org.yiwang.notice.Recipient;
import org.yiwang.notice.Way;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Message.Writer;

/**
 * Applicant and officers write to each other about a case (线上帮办). An officer may ask for one answer
 * to be put right; the applicant's link opens exactly that one.
 */
@Component
class HelpFromAfar {
  private final MessageStore store;
  private final MessageLimits limits;
  private final SubmissionStore submissions;
  private final Acting acting;
  private final Cases cases;
  private final CorrectAnswers correctAnswers;
  private final TellApplicant applicant;
  private final Notices notices;
  private final HelpingOfficers helping;
  private final SentLook look;
  private final Journal journal;
  private final DistrictTime time;

  HelpFromAfar(
      MessageStore store,
      MessageLimits limits,
      SubmissionStore submissions,
      Acting acting,
      Cases cases,
      CorrectAnswers correctAnswers,
      TellApplicant applicant,
      Notices notices,
      HelpingOfficers helping,
      SentLook look,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.limits = limits;
    this.submissions = submissions;
    this.acting = acting;
    this.cases = cases;
    this.correctAnswers = correctAnswers;
    this.applicant = applicant;
    this.notices = notices;
    this.helping = helping;
    this.look = look;
    this.journal = journal;
    this.time = time;
  }

  /**
   * A case that is written about.
   *
   * @param mendable questions whose answers may still be put right
   */
  record Talk(Submission sent, Case of, List<Field> mendable) {
    Message.Thread thread() {
      return new Message.Thread(of.subject(), sent.party());
    }

    boolean open() {
      return of.clocks().closed() == null;
    }

    Optional<Field> field(@Nullable String id) {
      return mendable.stream().filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /**
   * The applicant's, or of somebody for whom the viewer acts, who sees the look.
   *
   * @throws RefusedException MISSING to anybody else
   */
  Talk ofApplicant(UUID id, String number, Viewer viewer) {
    return talk(acting.look(viewer, id, number), cases.find(number).orElseThrow());
  }

  /**
   * For officers who may act on the case, and those who help people; the look is written down.
   *
   * @throws RefusedException FORBIDDEN or MISSING to anybody else
   */
  @Transactional
  Talk ofOfficer(String number, Viewer officer) {
    officer.require(Permission.SEE_CASES);
    Case of = cases.get(number, officer);
    Submission sent =
        submissions.findByCase(number).orElseThrow(SubmissionRefusals::submissionMissing);
    if (!mayHelp(of, officer)) {
      throw Viewer.forbidden();
    }
    look.write(officer, of, sent, Text.of("线上帮办 %s", "Help from afar, %s").with(number));
    return talk(sent, of);
  }

  boolean mayHelp(Case of, Viewer officer) {
    return officer.may(Permission.TAKE_IN) || !cases.offers(of, Mover.of(officer)).isEmpty();
  }

  private Talk talk(Submission sent, Case of) {
    return new Talk(sent, of, correctAnswers.correctable(sent, of));
  }

  List<Message> list(Talk talk) {
    return store.list(talk.of().subject());
  }

  /** Cases within reach whose applicants wrote last. */
  List<Case> listWaiting(Viewer officer) {
    return store.listWaiting().stream()
        .map(message -> message.thread().substring("case:".length()))
        .flatMap(number -> cases.find(number, officer).stream())
        .filter(of -> of.clocks().closed() == null && mayHelp(of, officer))
        .toList();
  }

  boolean waits(Case of) {
    List<Message> all = store.list(of.subject());
    return !all.isEmpty() && !all.getLast().fromOffice();
  }

  /**
   * @throws RefusedException INVALID for no words or too many, OUTDATED once the case is closed,
   *     TOO_MANY beyond {@link MessageLimits}
   */
  @Transactional
  void write(Talk talk, String typed, Viewer viewer) {
    acting.note(viewer, talk.sent(), talk.of().number() + " message");
    String words = checked(talk, typed, MessageLimits.LONGEST);
    Message message =
        Message.of(talk.thread(), Writer.applicant(viewer), words, null, time.instant());
    if (!keep(message, talk, SubmitDraft.actor(viewer))) {
      return;
    }
    for (String account : officers(talk)) {
      notices.tell(
          new NewNotice(
              Recipient.account(account, notices.languageOf(account)),
              Way.WEB,
              Text.of("申请人给您留言", "An applicant wrote to you"),
              Text.of(
                  talk.of().number() + " 的申请人留言，请在办件页回复。",
                  "The applicant of " + talk.of().number() + " wrote; please answer on its page."),
              talk.of().subject()));
    }
  }

  /** Whoever has the case in hand, and who wrote before. */
  private Set<String> officers(Talk talk) {
    Set<String> officers = new LinkedHashSet<>();
    Optional.ofNullable(talk.of().holder()).ifPresent(officers::add);
    store.list(talk.of().subject()).stream()
        .filter(Message::fromOffice)
        .map(Message::account)
        .forEach(officers::add);
    return officers;
  }

  /**
   * @param question id of the answer to be put right; null or empty for mere words
   * @throws RefusedException INVALID for no words or too many, or what cannot be put right any more
   */
  @Transactional
  void answer(Talk talk, String typed, @Nullable String question, Viewer officer) {
    boolean mend = question != null && !question.isEmpty();
    String words =
        checked(talk, typed, mend ? MessageLimits.LONGEST_REASON : MessageLimits.LONGEST);
    if (mend && talk.field(question).isEmpty()) {
      throw new RefusedException(HelpRefusals.notMendable());
    }
    Writer by = Writer.office(officer, helping.ownUnit(officer));
    Message message = Message.of(talk.thread(), by, words, mend ? question : null, time.instant());
    if (!keep(message, talk, ReceiveVisitor.actor(officer))) {
      return;
    }
    applicant.tell(
        talk.sent(),
        mend
            ? Text.of("请您改一项", "Please put one answer right")
            : Text.of("工作人员给您留言", "An officer wrote to you"),
        where(talk, mend),
        talk.of().subject());
  }

  private static Text where(Talk talk, boolean mend) {
    return Text.of(
        "%s（%s）：请在“我的办件”里看%s。"
            .formatted(
                talk.of().about().title().zh(), talk.of().number(), mend ? "；没有账户的，凭办件码打开就能改" : ""),
        "%s (%s): see your applications%s."
            .formatted(
                talk.of().about().title().en(),
                talk.of().number(),
                mend ? "; without an account, open it with your case code" : ""));
  }

  private boolean keep(Message message, Talk talk, Actor by) {
    if (!limits.admit(message)) {
      return false;
    }
    store.insert(message);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("case", talk.of().number());
    facts.put("message", message.id().toString());
    if (message.question() != null) {
      facts.put("question", message.question());
    }
    String kind = message.question() == null ? "submission.message" : "submission.mend-asked";
    journal.append(new NewEntry(by, kind, talk.sent().subject(), facts));
    return true;
  }

  private static String checked(Talk talk, String typed, int longest) {
    if (!talk.open()) {
      throw new RefusedException(HelpRefusals.closed());
    }
    return MessageLimits.words(typed, longest);
  }
}
