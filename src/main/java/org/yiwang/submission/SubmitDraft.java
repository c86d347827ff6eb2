package org.yiwang.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.journal.NewEntry;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Form.Field;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Language;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;
import org.yiwang.submission.SparedQuestions.Spared;
import org.yiwang.submission.SubmissionStore.Savings;

/**
 * Sends an application (提交申请): checks everything again, uses the credentials that the person agreed
 * to, and opens a case for each matter that waits for no other. All or nothing.
 */
@Component
class SubmitDraft {
  private final DraftStore drafts;
  private final VisitStore visits;
  private final Acting acting;
  private final SubmissionStore store;
  private final OpenPart openPart;
  private final UseCredentials useCredentials;
  private final Undertakings undertakings;
  private final EarlierApplications earlier;
  private final EndHelp endHelp;
  private final SparedQuestions sparedQuestions;
  private final PinnedPlaces pinned;
  private final Journal journal;
  private final DistrictTime time;

  SubmitDraft(
      DraftStore drafts,
      VisitStore visits,
      Acting acting,
      SubmissionStore store,
      OpenPart openPart,
      UseCredentials useCredentials,
      Undertakings undertakings,
      EarlierApplications earlier,
      EndHelp endHelp,
      SparedQuestions sparedQuestions,
      PinnedPlaces pinned,
      Journal journal,
      DistrictTime time) {
    this.drafts = drafts;
    this.visits = visits;
    this.acting = acting;
    this.store = store;
    this.openPart = openPart;
    this.useCredentials = useCredentials;
    this.undertakings = undertakings;
    this.earlier = earlier;
    this.endHelp = endHelp;
    this.sparedQuestions = sparedQuestions;
    this.pinned = pinned;
    this.journal = journal;
    this.time = time;
  }

  /**
   * @return the application's id
   * @throws RefusedException INVALID with every fault, OUTDATED if it was changed meanwhile,
   *     FORBIDDEN if the mandate ended meanwhile
   */
  @Transactional
  UUID submit(Drafts.Open open, Viewer viewer, Language language) {
    Acting.For who =
        acting.requireToFill(viewer, open.draft().party(), open.wanted().matters().keySet());
    drafts.save(open.draft()); // whoever sends the same version second is refused here
    check(open);
    Filled complete = open.draft().filled().disclosed(useCredentials.use(open, actor(viewer, who)));
    Submission sent = inserted(open, who, language, complete);
    open(sent, open.wanted(), who, actor(viewer, who));
    undertakings.begin(sent, open.wanted(), actor(viewer, who));
    if (who.visit() != null) {
      visits.sent(who.visit(), sent.id());
    }
    endHelp.sent(open.draft().id(), sent.id(), EndHelp.By.of(viewer, who));
    drafts.drop(open.draft().id());
    return sent.id();
  }

  private void check(Drafts.Open open) {
    Filled filled = open.draft().filled();
    List<Refusal> faults = new ArrayList<>(open.wanted().questions().faults(filled.answers()));
    faults.addAll(pinned.faults(open.parts(), filled.answers()));
    faults.addAll(missingEvidence(open));
    faults.addAll(undertakings.barred(open));
    faults.addAll(earlier.faults(open.draft().party(), open.applied()));
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
  }

  private Submission inserted(
      Drafts.Open open, Acting.For who, Language language, Filled complete) {
    Submission fresh =
        new Submission(
            UUID.randomUUID(),
            open.draft().account(),
            who.id(),
            who.mandate(),
            who.visitId(),
            null,
            open.draft().target(),
            language,
            complete,
            time.instant());
    return store.find(store.insert(fresh, savings(open, complete))).orElseThrow();
  }

  private void open(Submission sent, Wanted wanted, Acting.For who, Actor actor) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("target", sent.target().toString());
    facts.putAll(Acting.facts(who));
    journal.append(new NewEntry(actor, "submission.submitted", sent.subject(), facts));
    List<Bundle.Member> members = wanted.members(sent.filled().answers());
    Map<String, Spared> spared = sparedQuestions.count(wanted, sent.filled());
    for (Bundle.Member member : members) {
      List<String> waits = Wanted.waits(member, members);
      Spared saved = Objects.requireNonNull(spared.get(member.matter()));
      store.insert(sent.id(), member.matter(), waits, saved);
    }
    // Only now: what is granted at once opens what waits for it.
    for (Bundle.Member member : members) {
      if (Wanted.waits(member, members).isEmpty()) {
        openPart.open(store.find(sent.id()).orElseThrow(), wanted, member.matter(), actor);
      }
    }
  }

  private static Savings savings(Drafts.Open open, Filled filled) {
    List<String> asked =
        open.parts().stream().flatMap(part -> part.fields().stream()).map(Field::id).toList();
    long prefilled = asked.stream().filter(id -> filled.sourceOf(id) != null).count();
    long fetched =
        open.evidence().stream()
            .map(evidence -> filled.supplies().get(evidence.id()))
            .filter(Objects::nonNull)
            .filter(one -> one.way() == Way.FETCH || one.way() == Way.ELSEWHERE)
            .count();
    return new Savings(asked.size(), (int) prefilled, open.evidence().size(), (int) fetched);
  }

  /** Evidence that has not been given in any way yet. */
  static List<Refusal> missingEvidence(Drafts.Open open) {
    List<Refusal> missing = new ArrayList<>();
    for (Evidence evidence : open.evidence()) {
      Supply supply = open.draft().filled().supplies().get(evidence.id());
      boolean there = supply != null && there(open.draft().filled(), evidence.id(), supply);
      if (supply != null && supply.way() == Way.ELSEWHERE && !there) {
        missing.add(SubmissionRefusals.elsewhereMissing("elsewhere-" + evidence.id()));
      } else if (!there && !evidence.optional()) {
        missing.add(SubmissionRefusals.evidenceMissing("way-" + evidence.id(), evidence.name()));
      }
    }
    return missing;
  }

  private static boolean there(Filled filled, String evidence, Supply supply) {
    return switch (supply.way()) {
      case FETCH, UPLOAD -> supply.id() != null;
      case ELSEWHERE -> filled.elsewhere(evidence).isPresent();
      case PROMISE, LATER, NONE -> true;
    };
  }

  /** Whoever sends it: a resident, or the officer at the counter. */
  static Actor actor(Viewer viewer, Acting.For who) {
    return who.atCounter()
        ? new Actor(Actor.Kind.PERSON, viewer.account(), viewer.name())
        : actor(viewer);
  }

  static Actor actor(Viewer viewer) {
    return new Actor(Actor.Kind.RESIDENT, viewer.account(), viewer.name());
  }
}
