package org.yiwang.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.story.ApplicationPage.Card;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.Sight.Held;
import org.yiwang.story.Sight.Sees;
import org.yiwang.story.Sight.Shows;

/** Compares what a story expects of applications and wallets with their pages. */
final class ApplicationSights {
  private static final Text VALID = Text.of("有效", "Valid");

  private final StoryProgram program;
  private final Mismatches mismatches;

  ApplicationSights(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
  }

  /** How a moment of a story is compared with one of the program. */
  interface Moments {
    void compare(Sees sees, String what, @Nullable Moment expected, @Nullable String seen);
  }

  void check(Sight sight, @Nullable StoryApplication of) {
    if (sight.shows() != null && of == null) {
      mismatches.add(sight, "an application to look at", "none was sent");
    } else if (sight.shows() != null && of != null) {
      shows(sight.shows(), ApplicationPage.of(program.person(sight.who()).page(of.path())));
    }
    for (Held held : sight.holds()) {
      holds(sight.who(), held);
    }
    for (String type : sight.holdsNot()) {
      List<String> there = wallets(sight.who(), type, null);
      if (!there.isEmpty()) {
        mismatches.add(sight, "no " + type + " in the wallet", there.toString());
      }
    }
  }

  private void shows(Shows shows, ApplicationPage page) {
    mismatches.compare(shows, "state", shows.state(), page.state());
    Map<String, String> seen = new LinkedHashMap<>();
    Set<String> titles =
        program.get(Matters.class).listMatters().stream()
            .map(matter -> program.words(matter.name()))
            .collect(Collectors.toSet());
    page.cards().stream()
        .filter(card -> titles.contains(card.matter())) // not what was promised or is to follow
        .forEach(card -> seen.put(card.matter(), card.status()));
    Map<String, String> expected = new LinkedHashMap<>();
    shows.matters().forEach((matter, status) -> expected.put(title(matter), status));
    if (!expected.isEmpty() && !expected.equals(seen)) {
      mismatches.add(shows, expected.toString(), seen.toString());
    }
    shows.waits().forEach((matter, others) -> others.forEach(o -> waits(shows, page, matter, o)));
  }

  private void waits(Shows shows, ApplicationPage page, String matter, String other) {
    for (Card card : page.cards()) {
      boolean said = card.words().contains(title(other)) && card.number() == null;
      if (card.matter().equals(title(matter)) && !said) {
        mismatches.add(shows, matter + " waits for " + other, card.words());
      }
    }
  }

  private String title(String matter) {
    return program.words(program.get(Matters.class).getMatter(matter).name());
  }

  /** The pages of the credentials of that type that count, in all wallets that open or in one. */
  private List<String> wallets(String who, String type, @Nullable String holder) {
    List<String> found = new ArrayList<>();
    if (holder == null) {
      found.addAll(wallet(who, type, "/wallet"));
    }
    String name = holder == null ? "[^<]+" : Pattern.quote(holder);
    Pattern.compile("<a href=\"(/wallet\\?party=[0-9a-f-]+)\"[^>]*>" + name + "</a>")
        .matcher(program.person(who).page("/wallet").body())
        .results()
        .forEach(other -> found.addAll(wallet(who, type, other.group(1))));
    return found;
  }

  private List<String> wallet(String who, String type, String path) {
    String name =
        program.words(program.get(CredentialTypes.class).findType(type).orElseThrow().name());
    Answer wallet = program.person(who).page(path);
    return Pattern.compile(
            "(?s)<a href=\"(/wallet/[0-9a-f-]+)\"><b>"
                + Pattern.quote(name)
                + "</b></a>\\s*<span class=\"tag[^\"]*\">"
                + program.words(VALID))
        .matcher(wallet.body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private void holds(String who, Held held) {
    var type = program.get(CredentialTypes.class).findType(held.credential()).orElseThrow();
    List<String> seen = new ArrayList<>();
    for (String path : wallets(who, held.credential(), held.holder())) {
      String page = program.person(who).page(path).body();
      List<String> missing = new ArrayList<>();
      held.says()
          .forEach(
              (claim, value) -> {
                String label = program.words(type.findClaim(claim).orElseThrow().name());
                if (!page.contains("<dt>" + label + "</dt><dd>" + value + "</dd>")) {
                  missing.add(label);
                }
              });
      if (missing.isEmpty()) {
        return;
      }
      seen.add(path + " does not say " + missing);
    }
    mismatches.add(held, held.credential() + " in the wallet", "only " + seen);
  }

  /** What the applicant sees of one case. */
  void applicantSees(Sight sight, StoryCase of, Moments moments) {
    Answer answer = program.person(sight.who()).page(String.valueOf(of.application()));
    Sees sees = sight.sees();
    if (sees != null && sees.nothing()) {
      mismatches.compare(sees, "nothing: answer", 404, answer.status());
      return;
    }
    if (!answer.good()) {
      mismatches.add(sight, "the application", answer.shortly());
      return;
    }
    Card card = ApplicationPage.card(answer, of);
    may(sight, card.offers());
    if (sees != null) {
      mismatches.compare(sees, "status", sees.status(), card.status());
      standing(sees, program.get(Cases.class).find(of.number()).orElseThrow(), moments);
    }
  }

  private void may(Sight sight, List<String> offered) {
    List<String> expected =
        sight.may().stream().filter(word -> !StoryLinks.NONE.contains(word)).sorted().toList();
    if (!sight.may().isEmpty()) {
      mismatches.compare(sight, "may", expected, offered.stream().sorted().toList());
    }
    sight.mayNot().stream()
        .filter(offered::contains)
        .forEach(action -> mismatches.add(sight, "may not " + action, "may " + offered));
  }

  private void standing(Sees sees, Case seen, Moments moments) {
    var clocks = seen.clocks();
    moments.compare(
        sees, "due", sees.due(), clocks.stepDue() == null ? null : clocks.stepDue().toString());
    moments.compare(
        sees, "case-due", sees.caseDue(), clocks.due() == null ? null : clocks.due().toString());
    mismatches.compare(sees, "closed", sees.closed(), clocks.closed() != null);
    mismatches.compare(sees, "rating", sees.rating(), seen.rating());
  }
}
