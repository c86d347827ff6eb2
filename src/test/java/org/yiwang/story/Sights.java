package org.yiwang.story;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.journal.Entry;
import org.yiwang.story.Person.Answer;
import org.yiwang.story.Sight.Sees;
import tools.jackson.databind.JsonNode;

/** Compares what a story expects with what people see over HTTP. */
final class Sights {
  private static final Pattern ACTION = Pattern.compile("name=\"action\" value=\"([^\"]+)\"");

  private final StoryProgram program;
  private final Mismatches mismatches;
  private final ApplicationSights applications;
  private final CasePages pages;
  private final ToldSights told;
  private final StoryMessages messages;

  Sights(StoryProgram program, Mismatches mismatches) {
    this.program = program;
    this.mismatches = mismatches;
    this.applications = new ApplicationSights(program, mismatches);
    this.pages = new CasePages(program, mismatches);
    this.told = new ToldSights(program, mismatches);
    this.messages = new StoryMessages(program, mismatches);
  }

  /** What a story expects of a whole application and of a wallet. */
  void check(Sight sight, @Nullable StoryApplication of) {
    applications.check(sight, of);
  }

  void check(Sight sight, @Nullable StoryCase of) {
    counts(sight);
    if (of == null) {
      boolean needed = sight.sees() != null || !sight.may().isEmpty() || sight.queued() != null;
      if (needed) {
        mismatches.add(sight, "a case to look at", "none was reported");
      }
      return;
    }
    if (ofFileAlone(sight)) {
      told.check(sight, of);
      return;
    }
    if (sight.who().equals(StoryLinks.VISITOR) && of.byCode()) {
      applications.applicantSees(sight, of, this::moment);
    } else if (sight.who().equals(StoryLinks.VISITOR)) {
      visitorSees(sight, of);
    } else {
      personSees(sight, of);
    }
    pages.check(sight, of);
    told.check(sight, of);
    messages.check(sight, of);
  }

  /**
   * Whether it tells of somebody's file and of no case: they need not see any, also where they were
   * told something.
   */
  private static boolean ofFileAlone(Sight sight) {
    boolean ofCase =
        sight.sees() != null
            || sight.queued() != null
            || sight.takenIn() != null
            || sight.awaited() != null;
    return !ofCase
        && !(sight.inFile().isEmpty() && sight.looked().isEmpty())
        && Stream.of(
                sight.may(),
                sight.mayNot(),
                sight.reads(),
                sight.readsNot(),
                sight.readsInFull(),
                sight.messages())
            .allMatch(List::isEmpty);
  }

  private void visitorSees(Sight sight, StoryCase of) {
    Sees sees = sight.sees();
    if (sees != null && sees.status() != null) {
      String words = pages.words(sight, of);
      if (!words.contains(sees.status())) {
        mismatches.add(sees, "status " + sees.status(), words);
      }
    }
  }

  private void personSees(Sight sight, StoryCase of) {
    Answer answer = program.person(sight.who()).get("/api/cases/" + of.number());
    if (answer.status() == 403) {
      reporterSees(sight, of);
      return;
    }
    Sees sees = sight.sees();
    if (sees != null && sees.nothing()) {
      if (answer.status() != 404) {
        mismatches.add(sees, "nothing of " + of.number(), answer.shortly());
      }
    } else if (!answer.good()) {
      mismatches.add(sight, "the case " + of.number(), answer.shortly());
    } else {
      may(sight, texts(answer.json().path("actions"), "id"));
      if (sees != null) {
        standing(sees, answer.json(), of);
      }
    }
    if (sight.queued() != null) {
      mismatches.compare(sight, "in the own queue:", sight.queued(), queued(sight.who(), of));
    }
  }

  /** Who works on no cases sees of them what is public, and only of their own. */
  private void reporterSees(Sight sight, StoryCase of) {
    if (of.application() != null) {
      applications.applicantSees(sight, of, this::moment);
      return;
    }
    Answer answer = program.person(sight.who()).get("/api/requests/" + of.number());
    Sees sees = sight.sees();
    if (sees != null && sees.nothing()) {
      if (answer.status() != 404) {
        mismatches.add(sees, "nothing of " + of.number(), answer.shortly());
      }
    } else if (!answer.good()) {
      mismatches.add(sight, "the request " + of.number(), answer.shortly());
    } else {
      may(sight, offered(pages.page(sight, of, program.language())));
      if (sees != null) {
        publicStanding(sees, answer.json());
      }
    }
  }

  private void publicStanding(Sees sees, JsonNode seen) {
    mismatches.oneOf(sees, "status", sees.status(), names(seen, "", "publicStatus"));
    moment(sees, "due", sees.due(), text(seen, "due"));
    mismatches.compare(sees, "closed", sees.closed(), text(seen, "closed") != null);
    Integer rating = seen.path("rating").isNumber() ? seen.path("rating").asInt() : null;
    mismatches.compare(sees, "rating", sees.rating(), rating);
  }

  /** Actions that a request's page has forms for. */
  private static List<String> offered(Answer page) {
    return ACTION.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  private void may(Sight sight, List<String> offered) {
    if (!sight.may().isEmpty()) {
      List<String> expected = withoutNone(sight.may());
      mismatches.compare(
          sight, "may", expected.stream().sorted().toList(), offered.stream().sorted().toList());
    }
    for (String action : sight.mayNot()) {
      if (offered.contains(action)) {
        mismatches.add(sight, "may not " + action, "may " + offered);
      }
    }
  }

  private static List<String> withoutNone(List<String> words) {
    return words.stream().filter(word -> !StoryLinks.NONE.contains(word)).toList();
  }

  private void standing(Sees sees, JsonNode seen, StoryCase of) {
    mismatches.oneOf(sees, "step", sees.step(), names(seen, "step", "workingStatus"));
    mismatches.oneOf(sees, "status", sees.status(), names(seen, "", "publicStatus"));
    mismatches.compare(sees, "unit", sees.unit(), text(seen, "unit"));
    mismatches.compare(sees, "area", sees.area(), text(seen, "area"));
    mismatches.compare(sees, "grid", sees.grid(), text(seen, "grid"));
    moment(sees, "due", sees.due(), text(seen, "stepDue"));
    moment(sees, "case-due", sees.caseDue(), text(seen, "due"));
    mismatches.compare(sees, "late", sees.late(), seen.path("late").asBoolean());
    mismatches.compare(sees, "closed", sees.closed(), text(seen, "closed") != null);
    Integer rating = seen.path("rating").isNumber() ? seen.path("rating").asInt() : null;
    mismatches.compare(sees, "rating", sees.rating(), rating);
    if (!sees.raisedTo().isEmpty()) {
      mismatches.compare(
          sees, "raised to", withoutNone(sees.raisedTo()), texts(seen.path("raisedTo"), ""));
    }
    if (!sees.history().isEmpty()) {
      mismatches.compare(sees, "history", sees.history(), history(of));
    }
  }

  private List<String> names(JsonNode seen, String id, String text) {
    Stream<JsonNode> words = program.languages().stream().map(seen.path(text)::path);
    return Stream.concat(Stream.of(seen.path(id)), words)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }

  private void moment(Sees sees, String what, @Nullable Moment expected, @Nullable String seen) {
    if (expected != null) {
      ZonedDateTime there = seen == null ? null : program.at(Instant.parse(seen));
      ZonedDateTime wanted = there == null ? null : expected.from(there);
      if (wanted == null || !wanted.equals(there)) {
        mismatches.add(sees, what + " " + expected, what + " " + there);
      }
    }
  }

  private List<String> history(StoryCase of) {
    Cases cases = program.get(Cases.class);
    Case row = cases.find(of.number()).orElseThrow();
    return cases.history(row).stream().skip(1).map(Sights::name).toList();
  }

  private static String name(Entry entry) {
    String action = entry.fact("action");
    return entry.kind().equals("case.escalated")
        ? "raised"
        : action == null ? entry.kind().substring(entry.kind().indexOf('.') + 1) : action;
  }

  private boolean queued(String who, StoryCase of) {
    JsonNode list = program.person(who).get("/api/cases?mine=true&size=500").json();
    return texts(list.path("cases"), "number").contains(of.number());
  }

  private void counts(Sight sight) {
    sight
        .counts()
        .forEach(
            (figure, expected) -> {
              String pace = figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
              String path = "/api/cases/count" + (pace.equals("all") ? "" : "?pace=" + pace);
              Answer answer = program.person(sight.who()).get(path);
              Object seen = answer.good() ? answer.json().path("count").asInt() : answer.shortly();
              mismatches.compare(sight, pace, expected, seen);
            });
  }

  private static @Nullable String text(JsonNode seen, String name) {
    return seen.path(name).isString() ? seen.path(name).asString() : null;
  }

  private static List<String> texts(JsonNode list, String name) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add((name.isEmpty() ? one : one.path(name)).asString()));
    return texts;
  }
}
