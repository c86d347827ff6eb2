package org.yiwang.story;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.AtCounter.Again;
import org.yiwang.story.AtCounter.Consent;
import org.yiwang.story.AtCounter.Newcomer;
import org.yiwang.story.AtCounter.Receiving;
import org.yiwang.story.Person.Answer;

/** An officer receives somebody at the counter, on the pages on which officers do it. */
final class StoryCounter {
  private static final Pattern GO_ON = Pattern.compile("href=\"(/(?:apply|drafts)/[^\"]+)\"");
  private static final Pattern NUMBER = Pattern.compile("href=\"/cases/([A-Z0-9-]+)\"");
  private static final Pattern SENT = Pattern.compile("href=\"(/applications/[0-9a-f-]{36})\"");

  private final StoryProgram program;
  private final Mismatches mismatches;
  private final StoryCodes codes;
  private final Map<String, Visit> visits = new HashMap<>();

  /** Which application an officer has open for whoever came back about it. */
  private final Map<String, String> opened = new HashMap<>();

  StoryCounter(StoryProgram program, Mismatches mismatches, StoryCodes codes) {
    this.codes = codes;
    this.program = program;
    this.mismatches = mismatches;
  }

  /**
   * Who stands there.
   *
   * @param person their account; null for somebody without
   * @param path address of the visit's page
   */
  private record Visit(@Nullable String person, String path) {}

  Answer receive(Deed deed, Receiving receiving) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("named", receiving.named());
    fields.put("digits", receiving.digits() == null ? "" : receiving.digits());
    fields.put("purpose", receiving.purpose());
    return received(deed, receiving.person(), "/window", fields);
  }

  private Answer received(
      Deed deed, @Nullable String person, String to, Map<String, String> fields) {
    Answer answer = program.person(deed.who()).form(to, fields);
    if (answer.good()) {
      visits.put(deed.who(), new Visit(person, answer.path()));
    }
    return answer;
  }

  /** Somebody comes back: the officer types the number of the case, and of their document. */
  Answer receiveAgain(Deed deed, @Nullable StoryCase about) {
    Again again = Objects.requireNonNull(deed.receivesAgain());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("number", about == null ? "" : about.number());
    fields.put("identifier", again.identifier());
    fields.put("purpose", again.purpose());
    return received(deed, null, "/window/again", fields);
  }

  /**
   * The case as the officer has it open for whoever came back about it: what is supplied, and what
   * the application's page offers. Any other deed is the officer's own.
   */
  StoryCase goneOnWith(Deed deed, StoryCase of) {
    String application = opened.get(deed.who());
    if (application == null) {
      return of;
    }
    Answer page = program.person(deed.who()).page(application);
    boolean theirs =
        page.body().contains(of.number())
            && (deed.supplies() != null
                || PageForm.doing(page, application + "/" + of.number(), "" + deed.does())
                    .isPresent());
    return theirs ? new StoryCase(of.number(), deed.who(), null, application) : of;
  }

  /** The officer copies the document, from the page that the counter leads to. */
  Answer beginFile(Deed deed, Newcomer newcomer) {
    String path = newcomer.firm() == null ? "/window/newcomer" : "/window/newcomer/firm";
    PageForm form = PageForm.in(program.person(deed.who()).page(path), path);
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    fields.put("name", newcomer.name());
    fields.put("number", newcomer.number());
    fields.put("phone", newcomer.phone() == null ? "" : newcomer.phone());
    fields.put("purpose", newcomer.purpose());
    put(fields, form, "shown", newcomer.shown());
    put(fields, form, "document", newcomer.document());
    put(fields, form, "firm", newcomer.firm());
    put(fields, form, "code", newcomer.code());
    return received(deed, null, form.action(), fields);
  }

  /** The officer chooses what it is, reads them the words, and notes how they agreed. */
  Answer noteConsent(Deed deed, Consent consent) {
    Person officer = program.person(deed.who());
    String target =
        consent.matter() == null ? "bundle:" + consent.bundle() : "matter:" + consent.matter();
    String path = visit(deed).path();
    Answer page = officer.page(path + "?target=" + Person.encoded(target));
    PageForm form = PageForm.in(page, path);
    Map<String, String> fields = new LinkedHashMap<>(form.values());
    put(fields, form, "shown", consent.shown());
    put(fields, form, "way", consent.agreed());
    Answer answer = officer.form(form.action(), fields);
    if (answer.good() && answer.path().startsWith("/applications/")) {
      opened.put(deed.who(), answer.path());
    }
    return answer;
  }

  /** The slip is taken home: whoever comes back as {@code visitor} has it. */
  Answer giveCode(Deed deed) {
    Answer slip = program.person(deed.who()).form(visit(deed).path() + "/code", Map.of());
    if (slip.good()) {
      codes.keep(slip);
    }
    return slip;
  }

  private static void put(
      Map<String, String> fields, PageForm form, String name, @Nullable String words) {
    if (words != null) {
      fields.put(name, form.valueOf(name, words));
    }
  }

  private Visit visit(Deed deed) {
    return Objects.requireNonNull(
        visits.get(deed.who()), () -> "Nobody was received by " + deed.who());
  }

  /** Where the form of whoever stands there is filled in, as the visit's page leads to it. */
  String begin(Deed deed) {
    Answer page = program.person(deed.who()).page(visit(deed).path());
    Matcher on = GO_ON.matcher(page.body());
    if (!on.find()) {
      mismatches.add(deed, "a form to go on with", page.shortly());
      mismatches.throwIfAny();
    }
    return on.group(1).replace("&amp;", "&");
  }

  /** Whose the application is that was sent. */
  String whose(Deed deed) {
    String person = visit(deed).person();
    return person == null ? deed.who() : person;
  }

  /**
   * The page of what was sent, as the person finds it among their own by its number; the visit's
   * page for somebody without an account.
   */
  String application(Deed deed) {
    Visit visit = visit(deed);
    if (visit.person() == null) {
      return visit.path();
    }
    Matcher number = NUMBER.matcher(program.person(deed.who()).page(visit.path()).body());
    Person person = program.person(visit.person());
    String wanted = number.find() ? number.group(1) : "";
    return SENT.matcher(person.page("/applications").body())
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(path -> person.page(path).body().contains(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No application with " + wanted));
  }
}
