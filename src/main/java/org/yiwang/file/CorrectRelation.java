package org.yiwang.file;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.casework.Cases;
import org.yiwang.file.FileStore.Untying;
import org.yiwang.file.OpenFileCase.Asking;
import org.yiwang.file.OpenFileCase.Wish;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Fact;
import org.yiwang.party.Parties;
import org.yiwang.party.Relation;

/**
 * A relation that one of its two sides says is wrong (关系更正): a case, and if it is granted the
 * relation ends then, with the case as its source. Mandates end on their own page.
 */
@Component
class CorrectRelation {
  static final int LONGEST = 1_000;

  private final OpenFileCase open;
  private final FileStore store;
  private final Parties parties;
  private final Cases cases;
  private final TellOther other;
  private final DistrictTime time;

  CorrectRelation(
      OpenFileCase open,
      FileStore store,
      Parties parties,
      Cases cases,
      TellOther other,
      DistrictTime time) {
    this.other = other;
    this.open = open;
    this.store = store;
    this.parties = parties;
    this.cases = cases;
    this.time = time;
  }

  /** Why it is wrong, as it was said by which side, and in which language. */
  record Said(UUID side, String why, Language language) {}

  /** A relation that this side may call wrong now. */
  Relation get(long id, UUID side) {
    Relation of =
        parties
            .findRelation(id)
            .filter(one -> one.joins(side) && one.kind() != Relation.Kind.AGENT)
            .orElseThrow(FileRefusals::missing);
    if (!of.lasts(time.instant())) {
      throw FileRefusals.relationOver();
    }
    return of;
  }

  /**
   * The case in which this account says of a side's relation that it is wrong, while it is open.
   */
  Optional<Untying> findOpen(long relation, UUID side, Viewer viewer) {
    return store.listUntyings(side).stream()
        .filter(one -> one.relation() == relation)
        .filter(one -> cases.find(one.number()).filter(of -> open(of, viewer)).isPresent())
        .findFirst();
  }

  private static boolean open(Case of, Viewer viewer) {
    return of.clocks().closed() == null
        && viewer.requireSignedIn().equals(of.origin().reporterAccount());
  }

  /**
   * Opens the case and tells the other side; whoever calls has made sure that the viewer stands for
   * the side. The same said twice leads to the case that it opened the first time.
   *
   * @return its number
   * @throws RefusedException INVALID without a reason, MISSING if it is no relation of that side,
   *     OUTDATED if it has ended, or if the same account asked before and the case is open
   */
  @Transactional
  public String ask(long id, Said said, Viewer viewer) {
    Relation wrong = get(id, said.side());
    if (said.why().isBlank() || said.why().length() > LONGEST) {
      throw new RefusedException(FileRefusals.whyMissing());
    }
    store.lockUntying(said.side(), id);
    Optional<Untying> before = findOpen(id, said.side(), viewer);
    if (before.isEmpty()) {
      return opened(wrong, said, viewer).number();
    }
    if (!before.get().why().equals(said.why())) {
      throw FileRefusals.relationAsked(before.get().number());
    }
    return before.get().number();
  }

  private Case opened(Relation wrong, Said said, Viewer viewer) {
    Text is = wrong.acrossIs(said.side());
    Text title = Text.of("更正档案：关系（" + is.zh() + "）", "Correct the file: relation, " + is.en());
    Actor by = OpenFileCase.by(viewer);
    Case of = open.open(new Wish(Asking.CORRECT, said.side(), title, by, said.language()));
    store.insert(new Untying(of.number(), said.side(), wrong.id(), said.why(), time.instant()));
    other.asked(wrong, said.side(), of);
    return of;
  }

  @EventListener
  void follow(CaseMoved moved) {
    if (!OpenFileCase.opened(moved.now())) {
      return;
    }
    Optional<Untying> of = store.findUntying(moved.now().number());
    if (of.isPresent()
        && cases.granted(moved.now())
        && store.applyUntying(of.get().number(), time.instant())) {
      parties
          .findRelation(of.get().relation())
          .ifPresent(
              wrong ->
                  parties.endRelation(wrong, Fact.Source.ofCase(of.get().number()), Actor.SYSTEM));
    }
  }
}
