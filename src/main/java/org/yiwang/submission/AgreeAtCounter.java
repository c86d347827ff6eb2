package org.yiwang.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
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
  private final EndHelp endHelp;
  private final WantedMaker wanted;
  private final Parties parties;
  private final AccessLog access;
  private final Journal journal;
  private final DistrictTime time;

  AgreeAtCounter(
      VisitStore store,
      DraftStore drafts,
      SubmissionStore submissions,
      EndHelp endHelp,
      WantedMaker wanted,
      Parties parties,
      AccessLog access,
      Journal journal,
      DistrictTime time) {
    this.access = access;
    this.store = store;
    this.drafts = drafts;
    this.submissions = submissions;
    this.endHelp = endHelp;
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

  /** Their name in full is a look, one for as long as they stand there. */
  void look(CounterVisit visit, Viewer officer) {
    if (visit.consent() != null && visit.open()) {
      access.sit(
          officer,
          AccessLog.Sight.ofParty(visit.subject(), visit.party()),
          ReceiveVisitor.came(visit.purpose()));
    }
  }

  /** To what they agree, as it is read to them. */
  Text words(CounterVisit visit, Target target) {
    return visit.serves() == null ? newly(target) : again(visit, target);
  }

  private Text again(CounterVisit visit, Target target) {
    Text name = wanted.get(target).name();
    String number = Objects.requireNonNullElse(visit.number(), "");
    String day =
        sent(visit)
            .map(one -> LocalDate.ofInstant(one.submitted(), time.zone()).toString())
            .orElse("");
    return Text.of(
        "我本人到场，同意窗口工作人员这一次替我打开已提交的“%s”申请（编号 %s，%s 提交），并照我说的补正、更正、补交材料或撤回。申请、结果和通知都归我。"
            .formatted(name.zh(), number, day),
        "I am here myself and agree that the officer at the counter, this one time, opens my application “%s” (%s), sent on %s, and, as I say, supplies, corrects or hands in what is wanted, or withdraws it. The application, what comes out of it and the messages are mine."
            .formatted(name.en(), number, day));
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
      CounterVisit seen, Target target, @Nullable Shown shown, @Nullable Way way, Viewer by) {
    CounterVisit visit = lock(seen);
    Consent before = visit.consent();
    if (visit.open() && before != null && before.target().equals(target)) {
      return; // clicked twice
    }
    if (!visit.open() || before != null) {
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

  /** As it stands now: of a double click the second finds what the first has done. */
  private CounterVisit lock(CounterVisit seen) {
    return store.lock(seen.id()).orElseThrow(WindowRefusals::visitMissing);
  }

  private static NewEntry entry(
      CounterVisit visit, String kind, Viewer by, Target target, String how, Text words) {
    Map<String, Object> facts = facts(visit);
    facts.put("target", target.toString());
    facts.put("how", how);
    facts.put("words-zh", words.zh());
    facts.put("words-en", words.en());
    return new NewEntry(ReceiveVisitor.actor(by), kind, visit.subject(), facts);
  }

  private static Map<String, Object> facts(CounterVisit visit) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("for", "party:" + visit.party());
    if (visit.serves() != null) {
      facts.put("serves", "submission:" + visit.serves());
    }
    return facts;
  }

  /** They leave without sending: what was filled in goes too. */
  @Transactional
  void end(CounterVisit seen, Viewer by) {
    CounterVisit visit = lock(seen);
    if (!visit.open()) {
      return;
    }
    findDraft(visit).ifPresent(draft -> drop(draft.id(), visit, by));
    store.ended(visit);
    journal.append(
        new NewEntry(ReceiveVisitor.actor(by), "visit.ended", visit.subject(), facts(visit)));
  }

  private void drop(UUID draft, CounterVisit visit, Viewer by) {
    if (drafts.lock(draft)) {
      endHelp.dropped(draft, EndHelp.By.of(by, acting(visit)));
      drafts.drop(draft);
    }
  }

  private Acting.For acting(CounterVisit visit) {
    return new Acting.For(parties.nameOf(visit.party()), null, visit);
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
