package org.yiwang.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.casework.LifecycleDefinition.Opinion;
import org.yiwang.casework.LifecycleDefinition.Parallel;
import org.yiwang.identity.Unit;
import org.yiwang.identity.Units;
import org.yiwang.journal.Actor;
import org.yiwang.journal.Journal;
import org.yiwang.pack.Text;

/** Opens a case for each unit whose opinion is asked (征求意见), in the transaction of the move. */
@Component
class AskOpinions {
  /** How an opinion came in. */
  static final String CHANNEL = "opinion";

  private final OpenCase openCase;
  private final Lifecycles lifecycles;
  private final Units units;
  private final Journal journal;
  private final ObjectProvider<CaseAnswers> answers;

  AskOpinions(
      OpenCase openCase,
      Lifecycles lifecycles,
      Units units,
      Journal journal,
      ObjectProvider<CaseAnswers> answers) {
    this.answers = answers;
    this.openCase = openCase;
    this.lifecycles = lifecycles;
    this.units = units;
    this.journal = journal;
  }

  /** Asks them all; answers with how many were asked. */
  int ask(Case parent, Parallel parallel, List<String> chosen, Actor actor) {
    int asked = 0;
    for (Opinion opinion : needed(parallel, parent)) {
      for (String unit : unitsOf(opinion, parent, chosen)) {
        var bond = new Case.Parent(parent.number(), opinion.id(), parent.version());
        Case child = openCase.open(command(parent, opinion, unit, actor), bond);
        journal.append(CaseEntries.asked(parent, child, lifecycles.stepOf(child).shown(), actor));
        asked++;
      }
    }
    return asked;
  }

  /** Rather one too many than one too few: what cannot be said is asked. */
  private List<Opinion> needed(Parallel parallel, Case parent) {
    if (parallel.opinions().stream().allMatch(opinion -> opinion.when() == null)) {
      return parallel.opinions();
    }
    Map<String, Object> facts =
        answers.stream().flatMap(kept -> kept.find(parent).stream()).findFirst().orElseGet(Map::of);
    return parallel.opinions().stream()
        .filter(one -> one.when() == null || !Boolean.FALSE.equals(one.when().holds(facts)))
        .toList();
  }

  private Set<String> unitsOf(Opinion opinion, Case parent, List<String> chosen) {
    Set<String> asked = new LinkedHashSet<>();
    for (String unit : opinion.units()) {
      switch (unit) {
        case Opinion.CHOSEN -> asked.addAll(chosen);
        case Opinion.STREET -> street(parent, asked);
        default -> asked.add(unit);
      }
    }
    return asked;
  }

  private void street(Case parent, Set<String> asked) {
    String area = parent.where().area();
    if (area != null) {
      units.findByArea(area).map(Unit::id).ifPresent(asked::add);
    }
  }

  /** Everybody who sees the opinion sees what the case is about, but not who reported it. */
  private static NewCase command(Case parent, Opinion opinion, String unit, Actor actor) {
    Case.About about = parent.about();
    Text title =
        Text.of(
            opinion.name().zh() + "：" + about.title().zh(),
            opinion.name().en() + ": " + about.title().en());
    return new NewCase(
        parent.position().application(),
        opinion.lifecycle(),
        opinion.limit(),
        new Case.About(about.category(), about.group(), title, about.description()),
        parent.where(),
        unit,
        new Case.Origin(CHANNEL, null, null),
        List.of(),
        parent.invented(),
        null,
        actor);
  }
}
