package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Form.Part;
import org.yiwang.matter.Matter;
import org.yiwang.matter.StartCode;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;

/** Begins, finds and saves drafts. */
@Component
class Drafts {
  private final DraftStore store;
  private final WantedMaker wanted;
  private final Prefill prefill;
  private final Parties parties;

  Drafts(DraftStore store, WantedMaker wanted, Prefill prefill, Parties parties) {
    this.store = store;
    this.wanted = wanted;
    this.prefill = prefill;
    this.parties = parties;
  }

  /** A draft with what is applied for. */
  record Open(Draft draft, Wanted wanted) {
    List<Part> parts() {
      return wanted.questions().open(draft.filled().answers());
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
   * The viewer's draft for this target, filled in with what is known if it is new.
   *
   * @throws RefusedException MISSING or FORBIDDEN if it cannot be applied for here
   */
  @Transactional
  Draft begin(Target target, Viewer viewer) {
    String account = viewer.requireSignedIn();
    Wanted what = wanted.get(target);
    if (what.matters().values().stream().noneMatch(Matter::online)) {
      throw SubmissionRefusals.notOnline();
    }
    UUID holder = parties.ofAccount(account, viewer.name().zh());
    return store.findOrSave(account, target, prefill.fill(what, account, holder));
  }

  /**
   * The viewer's draft, with what a code knows filled in where nobody answered otherwise.
   *
   * @throws RefusedException as {@link #begin(Target, Viewer)}
   */
  @Transactional
  Draft begin(Target target, StartCode code, Viewer viewer) {
    Draft draft = begin(target, viewer);
    Filled filled = Prefill.fill(draft.filled(), code, wanted.get(target).questions());
    if (filled.equals(draft.filled())) {
      return draft;
    }
    store.save(draft.with(filled));
    return draft;
  }

  /**
   * @throws RefusedException MISSING, also for somebody else's draft
   */
  Open get(UUID id, Viewer viewer) {
    Draft draft =
        store.find(id, viewer.requireSignedIn()).orElseThrow(SubmissionRefusals::draftMissing);
    return new Open(draft, wanted.get(draft.target()));
  }

  @Transactional
  Open save(Open open, Filled filled) {
    store.save(open.draft().with(filled));
    return new Open(open.draft().with(filled), open.wanted());
  }

  /** All drafts of an account, the last changed first. */
  List<Open> list(String account) {
    return store.list(account).stream()
        .map(draft -> new Open(draft, wanted.get(draft.target())))
        .toList();
  }

  @Transactional
  void drop(Open open) {
    store.drop(open.draft().id());
  }
}
