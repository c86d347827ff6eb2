package org.yiwang.story;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.yiwang.story.Deed.Report;
import org.yiwang.story.Person.Answer;
import tools.jackson.databind.JsonNode;

/** Does what people of a story do, over HTTP as they do it. */
final class Deeds {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final byte[] PHOTO = photo();

  private final StoryProgram program;
  private final Applications applications;
  private final Supplements supplements;
  private final StoryMessages messages;
  private final StoryComparing comparing;

  Deeds(StoryProgram program, Mismatches mismatches, StoryCounter counter) {
    this.program = program;
    this.applications = new Applications(program, mismatches, counter, PHOTO);
    this.supplements = new Supplements(program, mismatches, PHOTO);
    this.messages = new StoryMessages(program, mismatches);
    this.comparing = new StoryComparing(program, mismatches);
  }

  private static byte[] photo() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Signs somebody in beforehand, where there is an account. */
  void greet(String who) {
    person(who);
  }

  private Person person(String who) {
    return who.equals(StoryLinks.VISITOR) ? program.visitor() : program.person(who);
  }

  Answer apply(Deed deed, Applying applying) {
    return applications.apply(deed, applying);
  }

  Answer report(Deed deed) {
    Report report = java.util.Objects.requireNonNull(deed.reports());
    Person person = person(deed.who());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("category", category(person, report.category()));
    body.put("text", report.text());
    where(person, report, body);
    Map<String, Object> contact = new LinkedHashMap<>();
    put(contact, "name", report.name());
    put(contact, "phone", report.phone());
    body.put("contact", contact);
    body.put("photos", photos(person, report.photos()));
    return person.post("/api/requests", body);
  }

  /** An id, or own words. */
  private static String category(Person person, String words) {
    JsonNode found = person.get("/api/categories?q=" + Person.encoded(words)).json();
    JsonNode first = found.path(0).path("id");
    return words.matches("[a-z0-9-]+") || first.isMissingNode() ? words : first.asString();
  }

  private static void where(Person person, Report report, Map<String, Object> body) {
    put(body, "address", report.address());
    if (!report.point().isEmpty()) {
      body.put("lon", report.point().getFirst());
      body.put("lat", report.point().getLast());
      return;
    }
    String words = String.valueOf(report.place());
    JsonNode place =
        person.get("/api/places?q=" + Person.encoded(words)).json().path("places").path(0);
    if (place.path("lon").isNumber()) {
      body.put("lon", place.path("lon").asDouble());
      body.put("lat", place.path("lat").asDouble());
    } else if (place.path("area").isString()) {
      body.put("area", place.path("area").asString());
    }
    body.putIfAbsent("address", words);
  }

  StoryCase opened(Deed deed, Answer answer) {
    String phone = deed.reports() == null ? null : deed.reports().phone();
    JsonNode receipt = answer.json().path("receipt");
    String code =
        phone != null
            ? phone.substring(Math.max(0, phone.length() - 4))
            : receipt.isString() ? receipt.asString() : null;
    return new StoryCase(answer.json().path("number").asString(), deed.who(), code, null);
  }

  Answer act(Deed deed, StoryCase on, @Nullable StoryCase other) {
    if (deed.writes() != null) {
      return messages.write(deed, on);
    }
    if (!deed.asksToMend().isEmpty()) {
      return messages.askToMend(deed, on);
    }
    if (!deed.mends().isEmpty()) {
      return messages.mend(deed, on);
    }
    if (deed.compares() != null) {
      return comparing.keep(deed, on);
    }
    if (!deed.asksFor().isEmpty()) {
      return supplements.ask(deed, on);
    }
    if (deed.supplies() != null) {
      return supplements.supply(deed, deed.supplies(), on);
    }
    if (on.application() != null && applies(deed.who(), on)) {
      return applications.act(deed, on);
    }
    if (deed.who().equals(StoryLinks.VISITOR)) {
      Person visitor = program.visitor();
      return byPage(visitor, look(visitor, on, program.language()), deed, on);
    }
    Person person = person(deed.who());
    Answer seen = person.get("/api/cases/" + on.number());
    if (seen.status() == 403 && deed.who().equals(on.reporter())) {
      return byPage(person, person.page("/requests/lookup/" + on.number()), deed, on);
    }
    return seen.good() ? act(deed, on, other, seen.json().path("version").asInt()) : seen;
  }

  /** Whoever sent the application, and others whose page of it opens. */
  private boolean applies(String who, StoryCase on) {
    return who.equals(on.reporter())
        || (!who.equals(StoryLinks.VISITOR)
            && person(who).page(String.valueOf(on.application())).good());
  }

  /** From a page that showed this version. */
  Answer act(Deed deed, StoryCase on, @Nullable StoryCase other, int version) {
    Person person = person(deed.who());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", version);
    put(body, "note", deed.note());
    put(body, "reason", deed.reason());
    put(body, "unit", deed.unit());
    put(body, "otherCase", deed.otherCase() == null || other == null ? null : other.number());
    put(body, "rating", deed.rating());
    body.put("photos", photos(person, deed.photos()));
    return person.post("/api/cases/" + on.number() + "/actions/" + deed.does(), body);
  }

  /** Whoever only reported uses the request's page. */
  private static Answer byPage(Person person, Answer page, Deed deed, StoryCase on) {
    Matcher version = VERSION.matcher(page.body());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("action", String.valueOf(deed.does()));
    fields.put("version", version.find() ? version.group(1) : "0");
    fields.put("note", deed.note() == null ? "" : deed.note());
    fields.put("rating", deed.rating() == null ? "" : deed.rating().toString());
    return person.form("/requests/lookup/" + on.number(), fields);
  }

  /** The request's page after number and code were given. */
  static Answer look(Person person, StoryCase on, String language) {
    person.get("/requests/lookup");
    person.form(
        "/requests/lookup",
        Map.of("number", on.number(), "code", on.code() == null ? "" : on.code()));
    return person.page("/requests/lookup/" + on.number(), language);
  }

  private static List<String> photos(Person person, @Nullable Integer howMany) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; howMany != null && i < howMany; i++) {
      Answer kept = person.file("/api/requests/photos", "photo", PHOTO);
      if (!kept.good()) {
        throw new IllegalStateException("A photo was refused: " + kept.shortly());
      }
      ids.add(kept.json().path(0).asString());
    }
    return ids;
  }

  private static void put(Map<String, Object> body, String name, @Nullable Object value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
