package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Matter;
import org.yiwang.matter.StartCode;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Begins, finds and saves drafts. */
@Component
class Drafts {
  private final DraftStore store;
  private final WantedMaker wanted;
  private final Prefill prefill;
  private final Acting acting;
  private final AccessLog access;
  private final DraftHelpStore helps;
  private final EndHelp endHelp;
  private final EarlierApplications earlier;
  private final AttachFiles attached;

  Drafts(
      DraftStore store,
      WantedMaker wanted,
      Prefill prefill,
      Acting acting,
      AccessLog access,
      DraftHelpStore helps,
      EndHelp endHelp,
      EarlierApplications earlier,
      AttachFiles attached) {
    this.attached = attached;
    this.earlier = earlier;
    this.endHelp = endHelp;
    this.helps = helps;
    this.access = access;
    this.store = store;
    this.wanted = wanted;
    this.prefill = prefill;
    this.acting = acting;
  }

  /**
   * A draft with what is applied for, and for whom.
   *
   * @param help that was last asked for with it, ended or not; null if never
   */
  record Open(Draft draft, Wanted wanted, Acting.For acting, @Nullable DraftHelp help) {
    /** The same with other answers, which are shown and not kept. */
    Open with(Draft other) {
      return new Open(other, wanted, acting, help);
    }

    List<Part> parts() {
      return wanted.questions().open(draft.filled().answers());
    }

    /** The matters that the answers lead to. */
    List<Matter> applied() {
      return wanted.members(draft.filled().answers()).stream().map(wanted::matter).toList();
    }

    List<Matter.Evidence> evidence() {
      return wanted.evidence(draft.filled().answers());
    }

    /** The page after this one; the papers after the last, the check after the papers. */
    String after(String part) {
      List<String> ids = parts().stream().map(Part::id).toList();
      int next = ids.indexOf(part) + 1;
      if (next > 0 && next < ids.size()) {
        return draft.href() + "/parts/" + ids.get(next);
      }
      return evidence().isEmpty() ? draft.href() + "/check" : draft.href() + "/evidence";
    }

    /** The page before this one. */
    String before(String part) {
      List<String> ids = parts().stream().map(Part::id).toList();
      int index = ids.indexOf(part);
      return index <= 0 ? wanted.target().href() : draft.href() + "/parts/" + ids.get(index - 1);
    }

    String last() {
      List<Part> parts = parts();
      return parts.isEmpty()
          ? wanted.target().href()
          : draft.href() + "/parts/" + parts.getLast().id();
    }
  }

  /**
   * For whom the viewer may apply for this.
   *
   * @throws RefusedException MISSING or FORBIDDEN if it cannot be applied for here
   */
  List<Acting.For> choices(Target target, Viewer viewer) {
    viewer.requireSignedIn();
    List<Acting.For> choices = acting.choices(viewer, online(target));
    if (choices.isEmpty()) {
      throw SubmissionRefusals.needsFirm();
    }
    return choices;
  }

  private Wanted online(Target target) {
    Wanted what = wanted.get(target);
    if (what.matters().values().stream().noneMatch(Matter::online)) {
      throw SubmissionRefusals.notOnline();
    }
    return what;
  }

  /**
   * The viewer's draft for this target and party, filled in with what is known if it is new.
   *
   * @throws RefusedException MISSING or FORBIDDEN if it cannot be applied for here, or not for them
   */
  @Transactional
  Draft begin(Target target, UUID party, Viewer viewer) {
    String account = viewer.requireSignedIn();
    Wanted what = wanted.get(target);
    Acting.For chosen = acting.requireToFill(viewer, party, what.matters().keySet());
    if (!chosen.atCounter()) {
      online(target);
    }
    if (!what.fits(chosen.party().kind())) {
      throw chosen.own() ? SubmissionRefusals.needsFirm() : SubmissionRefusals.needsPerson();
    }
    look(viewer, chosen, what);
    return store.findOrSave(account, party, target, prefill.fill(what, account, chosen));
  }

  /**
   * What stands against asking for this once more.
   *
   * @param atCounter whether an officer asks for somebody, who cannot open that person's pages
   */
  record Against(EarlierApplications.Earlier earlier, boolean atCounter) {
    Refusal told() {
      return SubmissionRefusals.already(earlier);
    }
  }

  /**
   * Whether the party has or asks for this already, where nobody has two of it; of a bundle that is
   * known only with the answers.
   *
   * @throws RefusedException FORBIDDEN if the viewer may not apply for that party
   */
  @Transactional
  Optional<Against> findAgainst(Target target, UUID party, Viewer viewer) {
    viewer.requireSignedIn();
    Wanted what = wanted.get(target);
    if (what.members().size() > 1 || !what.matter(what.members().getFirst()).outcome().once()) {
      return Optional.empty();
    }
    Acting.For chosen = acting.requireToFill(viewer, party, what.matters().keySet());
    look(viewer, chosen, what);
    return earlier
        .findAgainst(party, what.matters().values())
        .map(found -> new Against(found, chosen.atCounter()));
  }

  /**
   * The viewer's draft, with what a code knows filled in where nobody answered otherwise.
   *
   * @throws RefusedException as {@link #begin(Target, UUID, Viewer)}
   */
  @Transactional
  Draft begin(Target target, UUID party, StartCode code, Viewer viewer) {
    Draft draft = begin(target, party, viewer);
    Filled filled = Prefill.fill(draft.filled(), code, wanted.get(target).questions());
    if (filled.equals(draft.filled())) {
      return draft;
    }
    store.save(draft.with(filled));
    return draft;
  }

  /**
   * @throws RefusedException MISSING, also for somebody else's draft; FORBIDDEN once the mandate is
   *     over
   */
  Open get(UUID id, Viewer viewer) {
    Draft draft =
        store.find(id, viewer.requireSignedIn()).orElseThrow(SubmissionRefusals::draftMissing);
    Wanted what = wanted.get(draft.target());
    Acting.For chosen = acting.requireToFill(viewer, draft.party(), what.matters().keySet());
    look(viewer, chosen, what);
    return open(draft, what, chosen);
  }

  /**
   * Filled in for somebody else, it shows what is theirs: credentials, file, and what they said.
   */
  private void look(Viewer viewer, Acting.For chosen, Wanted what) {
    UUID party = chosen.id();
    if (chosen.visit() != null) {
      access.sit(
          viewer,
          AccessLog.Sight.ofParty(chosen.visit().subject(), party),
          Text.of(
              "窗口代收“" + what.name().zh() + "”，经本人同意调取证照和档案预填",
              "Taken in at the counter: "
                  + what.name().en()
                  + ". Credentials and file used to fill it in, as agreed"));
    } else if (!chosen.own()) {
      access.sit(
          viewer,
          AccessLog.Sight.ofParty("party:" + party, party).by(chosen.onBehalf()),
          Text.of(
              "代办填写“" + what.name().zh() + "”，调取证照和档案预填",
              "Filled in on behalf: "
                  + what.name().en()
                  + ". Credentials and file used to fill it in"));
    }
  }

  @Transactional
  Open save(Open open, Filled filled) {
    store.save(open.draft().with(filled));
    return new Open(open.draft().with(filled), open.wanted(), open.acting(), open.help());
  }

  /** All drafts that the viewer may go on with, the last changed first. */
  List<Open> list(Viewer viewer) {
    return store.list(viewer.requireSignedIn()).stream()
        .flatMap(draft -> open(draft, viewer).stream())
        .toList();
  }

  private Optional<Open> open(Draft draft, Viewer viewer) {
    Wanted what = wanted.get(draft.target());
    return acting
        .findToFill(viewer, draft.party(), what.matters().keySet())
        .map(found -> open(draft, what, found));
  }

  private Open open(Draft draft, Wanted what, Acting.For found) {
    return new Open(draft, what, found, helps.findLast(draft.id()).orElse(null));
  }

  @Transactional
  void drop(Open open, Viewer viewer) {
    UUID id = open.draft().id();
    if (store.lock(id)) { // else it is gone already
      endHelp.dropped(id, EndHelp.By.of(viewer, open.acting()));
      store.drop(id);
      attached.forget(open, AttachFiles.of(open));
    }
  }
}
