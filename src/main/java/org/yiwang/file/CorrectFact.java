package org.yiwang.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.casework.Case;
import org.yiwang.casework.CaseMoved;
import org.yiwang.casework.Cases;
import org.yiwang.file.FileStore.Correction;
import org.yiwang.file.OpenFileCase.Asking;
import org.yiwang.file.OpenFileCase.Wish;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.pack.Language;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Fact;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.FactValue;
import org.yiwang.party.NewFact;
import org.yiwang.party.Parties;

/**
 * A fact that its party says is wrong (信息更正): a case, and if it is granted a new fact with the case
 * as its source. The old one stays in the history.
 */
@Component
class CorrectFact {
  private static final int LONGEST = 1_000;

  private final OpenFileCase open;
  private final FileStore store;
  private final Parties parties;
  private final FactKinds kinds;
  private final Cases cases;
  private final DistrictTime time;

  CorrectFact(
      OpenFileCase open,
      FileStore store,
      Parties parties,
      FactKinds kinds,
      Cases cases,
      DistrictTime time) {
    this.open = open;
    this.store = store;
    this.parties = parties;
    this.kinds = kinds;
    this.cases = cases;
    this.time = time;
  }

  /** What is right and why, as it was said, and in which language. */
  record Said(String right, String why, Language language) {}

  /**
   * Opens the case.
   *
   * @throws RefusedException INVALID if what is right is no value of its kind or says the same
   */
  @Transactional
  public Case ask(Fact wrong, Said said, Viewer viewer) {
    FactKind kind = kinds.findKind(wrong.kind()).orElseThrow(FileRefusals::missing);
    check(kind, wrong, said.right(), said.why());
    Text title = Text.of("更正档案：" + kind.name().zh(), "Correct the file: " + kind.name().en());
    Actor by = OpenFileCase.by(viewer);
    Case of = open.open(new Wish(Asking.CORRECT, wrong.party(), title, by, said.language()));
    store.insert(correction(of, wrong, said));
    return of;
  }

  private Correction correction(Case of, Fact wrong, Said said) {
    return new Correction(
        of.number(),
        wrong.party(),
        wrong.id(),
        wrong.kind(),
        said.right(),
        said.why(),
        time.instant(),
        null);
  }

  private static void check(FactKind kind, Fact wrong, String right, String why) {
    List<Refusal> refusals = new ArrayList<>();
    FactValue.wrong(kind, right).map(FileRefusals::valueWrong).ifPresent(refusals::add);
    if (right.equals(wrong.value())) {
      refusals.add(FileRefusals.valueSame());
    }
    if (why.isBlank() || why.length() > LONGEST) {
      refusals.add(FileRefusals.whyMissing());
    }
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }

  @EventListener
  void follow(CaseMoved moved) {
    if (!OpenFileCase.opened(moved.now())) {
      return;
    }
    Optional<Correction> of = store.findCorrection(moved.now().number());
    if (of.isPresent()
        && cases.granted(moved.now())
        && store.apply(of.get().number(), time.instant())) {
      apply(of.get());
    }
  }

  private void apply(Correction of) {
    UUID party = of.party();
    NewFact right =
        new NewFact(
            of.kind(),
            of.value(),
            Fact.Source.ofCase(of.number()),
            Fact.Confidence.CONFIRMED,
            null);
    parties.learn(party, List.of(right), Actor.SYSTEM);
  }
}
