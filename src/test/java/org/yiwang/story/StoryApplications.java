package org.yiwang.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.matter.Bundle;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.story.Person.Answer;

/** The applications of a story, and their cases by the names that the story gives them. */
final class StoryApplications {
  /** A case as the page of a visit names it. */
  private static final Pattern COUNTER =
      Pattern.compile("<a href=\"/cases/([A-Z0-9-]+)\"><b>[^<]*</b></a>([^<·]*)");

  private final StoryProgram program;
  private final Map<String, StoryApplication> sent = new LinkedHashMap<>();
  private final Map<String, List<Numbered>> seen = new HashMap<>();

  /** A case as the page of its application showed it. */
  private record Numbered(String matter, String number) {}

  StoryApplications(StoryProgram program) {
    this.program = program;
  }

  void sent(Applying applying, String who, String path) {
    String name = Applications.name(applying);
    StoryApplication application = new StoryApplication(name, who, path, matters(applying));
    sent.put(name, application);
    numbered(application);
  }

  private List<String> matters(Applying applying) {
    return applying.matter() != null
        ? List.of(applying.matter())
        : program
            .get(Matters.class)
            .findBundle(String.valueOf(applying.bundle()))
            .orElseThrow()
            .members()
            .stream()
            .map(Bundle.Member::matter)
            .toList();
  }

  /** The application of that name, or the one with that matter; the first if there is no name. */
  @Nullable StoryApplication find(@Nullable String name) {
    return named(name).findFirst().orElse(null);
  }

  private Stream<StoryApplication> named(@Nullable String name) {
    if (name == null) {
      return sent.values().stream();
    }
    String of = name.replaceAll("/.*", "");
    StoryApplication exactly = sent.get(of);
    return exactly != null
        ? Stream.of(exactly)
        : sent.values().stream().filter(one -> one.matters().contains(of));
  }

  /** The case of a matter: {@code matter}, {@code application/matter}, or the first there is. */
  @Nullable StoryCase findCase(@Nullable String name) {
    return named(name).flatMap(of -> find(of, name).stream()).findFirst().orElse(null);
  }

  private List<StoryCase> find(StoryApplication of, @Nullable String name) {
    String matter = name == null ? "" : name.replaceAll(".*/", "");
    if (name != null && name.contains("/") && !of.matters().contains(matter)) {
      return List.of(); // an opinion asked of a unit
    }
    String title =
        of.matters().contains(matter)
            ? program.words(program.get(Matters.class).getMatter(matter).name())
            : null;
    return numbered(of).stream()
        .filter(one -> title == null || one.matter().equals(title))
        .map(Numbered::number)
        .map(number -> of.atCounter() ? seenByOfficers(number) : seenByApplicant(of, number))
        .toList();
  }

  private static StoryCase seenByApplicant(StoryApplication of, String number) {
    return new StoryCase(number, of.who(), null, of.path());
  }

  /** Whoever has no account follows it by what they are told. */
  private static StoryCase seenByOfficers(String number) {
    return new StoryCase(number, StoryLinks.VISITOR, null, null);
  }

  /**
   * Its cases as its page shows them now; as it last did, once whoever sent it may not open it any
   * more.
   */
  private List<Numbered> numbered(StoryApplication of) {
    if (of.atCounter()) {
      return COUNTER
          .matcher(program.person(of.who()).page(of.path()).body())
          .results()
          .map(found -> new Numbered(found.group(2).strip(), found.group(1)))
          .toList();
    }
    Answer page = program.person(of.who()).page(of.path());
    if (page.good()) {
      List<Numbered> now = new ArrayList<>();
      for (ApplicationPage.Card card : ApplicationPage.of(page).cards()) {
        if (card.number() != null) {
          now.add(new Numbered(card.matter(), card.number()));
        }
      }
      seen.put(of.path(), now);
    }
    return seen.getOrDefault(of.path(), List.of());
  }

  /** The check of what was promised instead of a paper: {@code matter/paper}. */
  @Nullable StoryCase findCheck(String name) {
    StoryApplication of = find(name);
    String[] parts = name.split("/", -1);
    if (of == null || parts.length < 2) {
      return null;
    }
    Matter matter = program.get(Matters.class).getMatter(parts[parts.length - 2]);
    return matter.evidence().stream()
        .filter(one -> one.id().equals(parts[parts.length - 1]))
        .findFirst()
        .map(paper -> promise(of, program.words(matter.name()), program.words(paper.name())))
        .orElse(null);
  }

  /** As whoever promised finds it; or as whoever stands for the same firm since. */
  private @Nullable StoryCase promise(StoryApplication of, String matter, String paper) {
    return Stream.concat(Stream.of(of.who()), program.known().stream())
        .flatMap(who -> promised(of, program.person(who), matter, paper).stream())
        .findFirst()
        .orElse(null);
  }

  /** Among somebody's promises, by paper and matter. */
  private static Optional<StoryCase> promised(
      StoryApplication of, Person person, String matter, String paper) {
    return Pattern.compile(
            "(?s)<a href=\"(/promises/[0-9a-f-]+)\"><b>"
                + Pattern.quote(paper)
                + "</b></a>(?:(?!<li>).)*?"
                + Pattern.quote(matter))
        .matcher(person.page("/promises").body())
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .map(path -> checked(of, path, person.page(path).body()));
  }

  private static @Nullable StoryCase checked(StoryApplication of, String path, String page) {
    Matcher number =
        Pattern.compile("<dt>(?:核查编号|Number of the check)</dt>\\s*<dd>([A-Z0-9-]+)").matcher(page);
    return number.find() ? new StoryCase(number.group(1), of.who(), null, path) : null;
  }
}
