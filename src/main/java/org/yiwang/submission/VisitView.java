package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.page.Choice;
import org.yiwang.page.Page;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * A visit as its officer sees it.
 *
 * @param name a person's in part until they have agreed, and once the visit is over
 * @param wanted what they apply for; null until they have agreed
 * @param draft where the form is filled in, or the application that was sent before; null before
 *     they have agreed, and after
 * @param cases that came of it, or that it goes on with; none of the latter before they have agreed
 */
record VisitView(
    CounterVisit of,
    String name,
    boolean firm,
    @Nullable Text wanted,
    @Nullable String draft,
    List<Case> cases) {

  /** Draws visits. */
  @Component
  static class Maker {
    private final Parties parties;
    private final WantedMaker wanted;
    private final Matters matters;
    private final SubmissionStore store;
    private final Cases cases;
    private final AgreeAtCounter agreeAtCounter;

    Maker(
        Parties parties,
        WantedMaker wanted,
        Matters matters,
        SubmissionStore store,
        Cases cases,
        AgreeAtCounter agreeAtCounter) {
      this.parties = parties;
      this.wanted = wanted;
      this.matters = matters;
      this.store = store;
      this.cases = cases;
      this.agreeAtCounter = agreeAtCounter;
    }

    /** In a list, where nobody's name is needed in full. */
    VisitView brief(Page page, CounterVisit visit, Viewer officer) {
      VisitView whole = make(page, visit, officer);
      return new VisitView(
          whole.of,
          masked(page, parties.nameOf(visit.party())),
          whole.firm,
          whole.wanted,
          whole.draft,
          whole.cases);
    }

    VisitView make(Page page, CounterVisit visit, Viewer officer) {
      PartyName of = parties.nameOf(visit.party());
      CounterVisit.Consent consent = visit.consent();
      String draft =
          consent == null || !visit.open()
              ? null
              : visit.serves() != null
                  ? "/applications/" + visit.serves()
                  : agreeAtCounter
                      .findDraft(visit)
                      .map(Draft::href)
                      .orElse(consent.target().apply() + "?for=" + visit.party());
      return new VisitView(
          visit,
          consent == null || !visit.open() ? masked(page, of) : page.t(of.name()),
          of.kind() == PartyName.Kind.FIRM,
          consent == null ? null : wanted.get(consent.target()).name(),
          draft,
          cases(visit, officer));
    }

    /**
     * What came of it. Of what was sent before nothing until they have agreed, all of it while they
     * are here, and afterwards what the officer may see anyway.
     */
    private List<Case> cases(CounterVisit visit, Viewer officer) {
      if (visit.serves() != null && visit.consent() == null) {
        return List.of();
      }
      boolean over = visit.serves() != null && !visit.open();
      UUID sent = visit.serves() == null ? visit.submission() : visit.serves();
      return sent == null
          ? List.of()
          : store.listParts(sent).stream()
              .map(SubmissionStore.Part::number)
              .flatMap(number -> Optional.ofNullable(number).stream())
              .flatMap(number -> (over ? cases.find(number, officer) : cases.find(number)).stream())
              .toList();
    }

    private static String masked(Page page, PartyName of) {
      String name = page.t(of.name());
      return of.kind() == PartyName.Kind.FIRM || name.isEmpty()
          ? name
          : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** What this party can ask for, bundles first. */
    List<Choice> targets(Page page, CounterVisit visit) {
      return targets()
          .filter(target -> agreeAtCounter.fits(visit, target))
          .map(target -> Choice.of(target.toString(), page.t(wanted.get(target).name())))
          .toList();
    }

    private Stream<Target> targets() {
      return Stream.concat(
          matters.listBundles().stream().map(one -> Target.bundle(one.id())),
          matters.listMatters().stream().map(one -> Target.matter(one.id())));
    }

    /** What was chosen of these. */
    Optional<Target> chosen(CounterVisit visit, @Nullable String typed) {
      Optional<Submission> sent = agreeAtCounter.sent(visit);
      if (sent.isPresent()) {
        return sent.map(Submission::target);
      }
      return targets()
          .filter(target -> target.toString().equals(typed))
          .filter(target -> agreeAtCounter.fits(visit, target))
          .findFirst();
    }
  }

  /** The name of a unit, for where something was taken in. */
  static Text unit(Units units, @Nullable String id) {
    return Optional.ofNullable(id)
        .flatMap(units::findUnit)
        .map(Unit::name)
        .orElse(Text.of("窗口", "the counter"));
  }
}
