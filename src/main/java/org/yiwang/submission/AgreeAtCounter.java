package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.submission.CounterVisit.Consent;
import org.yiwang.submission.CounterVisit.Shown;
import org.yiwang.submission.CounterVisit.Way;

/**
 * Writes down how somebody at the counter showed who they are, and that they agree (核验身份、征得同意): to
 * one matter or bundle, or to going on with one application, once. Before that nothing of theirs is
 * opened.
 */
@Component
class AgreeAtCounter {
  private final VisitStore store;
  private final DraftStore drafts;
  private final SubmissionStore submissions;
  private final WantedMaker wanted;
  private final Parties parties;
  private final Journal journal;
  private final DistrictTime time;

  AgreeAtCounter(
      VisitStore store,
      DraftStore drafts,
      SubmissionStore submissions,
      WantedMaker wanted,
      Parties parties,
      Journal journal,
      DistrictTime time) {
    this.store = store;
    this.drafts = drafts;
    this.submissions = submissions;
    this.wanted = wanted;
    this.parties = parties;
    this.journal = journal;
    this.time = time;
  }

  /**
   * @throws RefusedException MISSING unless it is this officer's
   */
  CounterVisit get(UUID id, Viewer officer) {
    officer.require(Permission.TAKE_IN);
    return store.find(id, officer.requireSignedIn()).orElseThrow(WindowRefusals::visitMissing);
  }

  /** To what they agree, as it is read to them. */
  Text words(CounterVisit visit, Target target) {
    return visit.serves() == null ? newly(target) : again(target);
  }

  private Text again(Target target) {
    Text name = wanted.get(target).name();
    return Text.of(
        "我本人到场，同意窗口工作人员这一次替我打开已提交的“%s”申请，并照我说的补正、更正、补交材料或撤回。申请、结果和通知都归我。".formatted(name.zh()),
        "I am here myself and agree that the officer at the counter, this one time, opens my application “%s” and, as I say, supplies, corrects or hands in what is wanted, or withdraws it. The application, what comes out of it and the messages are mine."
            .formatted(name.en()));
  }

  private Text newly(Target target) {
    Text name = wanted.get(target).name();
    return Text.of(
        "我本人到场，同意窗口工作人员这一次替我填写并提交“%s”，并为这件事调取我的电子证照和档案。申请、结果和通知都归我。".formatted(name.zh()),
        "I am here myself and agree that the officer at the counter, this one time, fills in and sends “%s” for me, and opens my credentials and file for it. The application, what comes out of it and the messages are mine."
            .formatted(name.en()));
  }

  /** Whether this party can ask for it at all. */
  boolean fits(CounterVisit visit, Target target) {
    Optional<Target> sent = sent(visit).map(Submission::target);
    return sent.isPresent() ? sent.get().equals(target) : wanted.get(target).fits(kind(visit));
  }

  /** What was sent before, about which they come; empty for something new. */
  Optional<Submission> sent(CounterVisit visit) {
    return Optional.ofNullable(visit.serves()).flatMap(submissions::find);
  }

  PartyName.Kind kind(CounterVisit visit) {
    return parties.nameOf(visit.party()).kind();
  }

  /**
   * @throws RefusedException INVALID with every fault; FORBIDDEN once the visit is over
   */
  @Transactional
  void agree(
      CounterVisit visit, Target target, @Nullable Shown shown, @Nullable Way way, Viewer by) {
    if (!visit.open() || visit.consent() != null) {
      throw WindowRefusals.visitOver();
    }
    List<Refusal> faults = new ArrayList<>();
    if (!fits(visit, target)) {
      faults.add(WindowRefusals.notFitting());
    }
    if (shown == null || !shown.fits(kind(visit))) {
      faults.add(WindowRefusals.notShown());
    }
    if (way == null) {
      faults.add(WindowRefusals.notAgreed());
    }
    if (shown == null || way == null || !faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    List<String> matters = List.copyOf(wanted.get(target).matters().keySet());
    Text words = words(visit, target);
    store.agreed(visit.id(), new Consent(target, matters, shown, way, words, time.instant()));
    journal.append(entry(visit, "visit.agreed", by, target, shown + " " + way, words));
  }

  private static NewEntry entry(
      CounterVisit visit, String kind, Viewer by, Target target, String how, Text words) {
    return new NewEntry(
        ReceiveVisitor.actor(by),
        kind,
        visit.subject(),
        Map.of(
            "for", "party:" + visit.party(),
            "target", target.toString(),
            "how", how,
            "words-zh", words.zh(),
            "words-en", words.en()));
  }

  /** They leave without sending: what was filled in goes too. */
  @Transactional
  void end(CounterVisit visit, Viewer by) {
    if (!visit.open()) {
      return;
    }
    findDraft(visit).ifPresent(draft -> drafts.drop(draft.id()));
    store.ended(visit);
    journal.append(
        new NewEntry(
            ReceiveVisitor.actor(by),
            "visit.ended",
            visit.subject(),
            visit.serves() == null
                ? Map.of("for", "party:" + visit.party())
                : Map.of(
                    "for", "party:" + visit.party(), "serves", "submission:" + visit.serves())));
  }

  /** What is being filled in at this visit. */
  Optional<Draft> findDraft(CounterVisit visit) {
    Consent consent = visit.consent();
    return consent == null || visit.serves() != null
        ? Optional.empty()
        : drafts.list(visit.officer()).stream()
            .filter(draft -> draft.party().equals(visit.party()))
            .filter(draft -> draft.target().equals(consent.target()))
            .findFirst();
  }
}
