package org.yiwang.story;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Units;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Source;
import org.yiwang.story.Deed.Mandating;
import org.yiwang.story.Sight.Held;
import org.yiwang.story.StoryDefinition.Scene;

/**
 * STORY-01 to STORY-08: people, actions, units, cases, matters, questions, papers and credentials
 * of a story are there.
 */
final class StoryLinks implements PackCheck {
  /** Somebody who has not signed in. */
  static final String VISITOR = "visitor";

  /** In a list of actions or roles: none at all. */
  static final Set<String> NONE = Set.of("nothing", "nobody");

  /** How the case is called in which somebody asked why their data was looked at. */
  static final String QUESTION = "question";

  /** How the case is called in which somebody said that their file is wrong. */
  static final String CORRECTION = "correction";

  /** The case's name in {@code group/house}, the opinion asked of a unit. */
  static @Nullable String parentOf(@Nullable String name) {
    return name == null ? null : name.replaceFirst("/.*", "");
  }

  /** The unit in {@code group/house}; null where a whole case is named. */
  static @Nullable String unitOf(@Nullable String name) {
    int slash = name == null ? -1 : name.indexOf('/');
    return slash < 0 || name == null ? null : name.substring(slash + 1);
  }

  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> people = new TreeSet<>(Accounts.demoAccountsIn(pack));
    people.add(VISITOR);
    Set<String> units = Units.idsIn(pack);
    StoryCatalogue catalogue = StoryCatalogue.of(pack);
    for (Defined<StoryDefinition> defined : pack.list(StoryPackPart.STORIES)) {
      Set<String> actions = new TreeSet<>(Cases.actionsIn(pack, defined.application()));
      new Reading(pack, problems, people, units, actions, catalogue).story(defined.value());
    }
  }

  private record Reading(
      PackReading pack,
      Problems problems,
      Set<String> people,
      Set<String> units,
      Set<String> actions,
      StoryCatalogue catalogue) {
    void story(StoryDefinition story) {
      List<Scene> scenes = Stream.concat(story.given().stream(), story.scenes().stream()).toList();
      Set<String> cases = new TreeSet<>();
      for (Scene scene : scenes) {
        Stream<Deed> deeds =
            Stream.concat(Stream.ofNullable(scene.when()), scene.atOnce().stream());
        deeds.forEach(deed -> deed(deed, cases));
        scene.then().forEach(sight -> sight(sight, cases));
      }
    }

    private void deed(Deed deed, Set<String> cases) {
      refer(pack.at(deed, "who"), deed.who(), people, "STORY-01 person");
      refer(pack.at(deed, "does"), deed.does(), actions, "STORY-02 action");
      refer(pack.at(deed, "unit"), deed.unit(), units, "STORY-03 unit");
      theCase(pack.at(deed, "to"), deed.to(), cases);
      refer(pack.at(deed, "other-case"), deed.otherCase(), cases, "STORY-04 case");
      if (deed.reports() != null && deed.reports().called() != null) {
        cases.add(deed.reports().called());
      }
      refer(pack.at(deed, "revokes"), deed.revokes(), people, "STORY-01 person");
      if (deed.asksWhy() != null) {
        cases.add(QUESTION);
      }
      if (deed.saysWrong() != null) {
        cases.add(CORRECTION);
      }
      if (deed.mandates() != null) {
        mandates(deed.mandates());
      }
      if (deed.receives() != null) {
        String person = deed.receives().person();
        refer(pack.at(deed.receives(), "person"), person, people, "STORY-01 person");
      }
      if (deed.notesConsent() != null) {
        AtCounter.Consent consent = deed.notesConsent();
        target(consent, consent.matter(), consent.bundle());
      }
      Stream.concat(deed.asksToMend().keySet().stream(), deed.mends().keySet().stream())
          .forEach(id -> refer(pack.at(deed), id, catalogue.questions(), "STORY-06 question"));
      if (deed.applies() != null) {
        applies(deed.applies(), cases);
      }
    }

    private void mandates(Mandating given) {
      refer(pack.at(given, "to"), given.to(), people, "STORY-01 person");
      given
          .matters()
          .forEach(
              id ->
                  refer(
                      pack.at(given, "matters"),
                      id,
                      catalogue.matters().keySet(),
                      "STORY-05 matter"));
    }

    private void target(Object bound, @Nullable String matter, @Nullable String bundle) {
      refer(pack.at(bound, "matter"), matter, catalogue.matters().keySet(), "STORY-05 matter");
      refer(pack.at(bound, "bundle"), bundle, catalogue.bundles().keySet(), "STORY-05 bundle");
    }

    private void applies(Applying applying, Set<String> cases) {
      target(applying, applying.matter(), applying.bundle());
      List<String> members = catalogue.members(applying);
      Set<String> questions = catalogue.questions(members);
      Stream.of(applying.answers().keySet(), applying.rows().keySet(), applying.notAsked())
          .flatMap(Collection::stream)
          .forEach(id -> refer(pack.at(applying), id, questions, "STORY-06 question"));
      Set<String> papers = catalogue.papers(members);
      applying
          .papers()
          .keySet()
          .forEach(id -> refer(pack.at(applying, "papers"), id, papers, "STORY-07 paper"));
      cases.addAll(members);
      members.forEach(member -> promised(member, cases));
      if (applying.called() != null) {
        cases.add(applying.called());
        members.forEach(member -> cases.add(applying.called() + "/" + member));
      }
    }

    /** Checks of what may be promised instead of a paper. */
    private void promised(String matter, Set<String> cases) {
      catalogue.papers(List.of(matter)).forEach(paper -> cases.add(matter + "/" + paper));
    }

    private void sight(Sight sight, Set<String> cases) {
      refer(pack.at(sight, "who"), sight.who(), people, "STORY-01 person");
      theCase(pack.at(sight, "of"), sight.of(), cases);
      refer(pack.at(sight, "taken-in"), sight.takenIn(), units, "STORY-03 unit");
      Stream.of(sight.may(), sight.mayNot())
          .flatMap(List::stream)
          .filter(action -> !NONE.contains(action))
          .forEach(action -> refer(pack.at(sight, "may"), action, actions, "STORY-02 action"));
      Stream.concat(sight.holds().stream().map(Held::credential), sight.holdsNot().stream())
          .forEach(
              type -> refer(pack.at(sight), type, catalogue.credentials(), "STORY-08 credential"));
      if (sight.sees() != null) {
        refer(pack.at(sight.sees(), "unit"), sight.sees().unit(), units, "STORY-03 unit");
      }
    }

    /** A case by its own name, or the opinion asked of a unit in it. */
    private void theCase(Source at, @Nullable String name, Set<String> cases) {
      if (name == null || !cases.contains(name)) {
        refer(at, parentOf(name), cases, "STORY-04 case");
        refer(at, unitOf(name), units, "STORY-03 unit");
      }
    }

    private void refer(Source at, @Nullable String name, Set<String> known, String what) {
      if (name != null && !known.contains(name)) {
        String[] codeAndWord = what.split(" ", 2);
        String nearest = problems.nearest(name, known).strip();
        problems.add(
            at,
            codeAndWord[0],
            "There is no %s \"%s\".".formatted(codeAndWord[1], name),
            nearest.isEmpty() ? "Name one that the pack declares." : nearest);
      }
    }
  }
}
