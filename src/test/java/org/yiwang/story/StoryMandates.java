package org.yiwang.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.story.Deed.Mandating;
import org.yiwang.story.Person.Answer;

/** Gives mandates and ends them, on the page on which people do it. */
final class StoryMandates {
  private final StoryProgram program;

  StoryMandates(StoryProgram program) {
    this.program = program;
  }

  Answer give(Deed deed, Mandating given) {
    Person person = program.person(deed.who());
    Answer page = person.page("/mandates/give");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("named", given.to());
    fields.put("until", given.until().toString());
    fields.put("scope", given.matters().isEmpty() ? "all" : "some");
    if (!given.matters().isEmpty()) {
      fields.put("matters", given.matters().getFirst());
    }
    if (given.of() != null) {
      fields.put("principal", principal(page, given.of()));
    }
    return person.form("/mandates/give", fields);
  }

  private static String principal(Answer page, String firm) {
    Matcher choice =
        Pattern.compile(
                "(?s)name=\"principal\" value=\"([0-9a-f-]+)\"(?:(?!value=).)*?"
                    + Pattern.quote(firm))
            .matcher(page.body());
    return choice.find() ? choice.group(1) : "";
  }

  /** The one that stands between the person and the account named. */
  Answer revoke(Deed deed, String other) {
    Person person = program.person(deed.who());
    Answer page = person.page("/mandates");
    Account account = program.get(Accounts.class).findByLogin(other).orElseThrow();
    Matcher form =
        Pattern.compile(
                "(?s)"
                    + Pattern.quote(program.words(account.name()))
                    + ".*?action=\"(/mandates/[0-9a-f-]+/revoke)\"")
            .matcher(page.body());
    return form.find() ? person.form(form.group(1), Map.of()) : page;
  }
}
