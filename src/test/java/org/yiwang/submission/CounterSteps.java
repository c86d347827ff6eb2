package org.yiwang.submission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Guesses;
import org.yiwang.journal.Entry;
import org.yiwang.journal.Journal;
import org.yiwang.story.Person.Answer;

/**
 * Somebody of the toy district without an account applies for a key at a counter and comes back
 * about it: what officers do there, and what the program keeps of it.
 */
record CounterSteps(
    Accounts accounts, Guesses guesses, VisitStore visits, Journal journal, Cases cases) {
  static final Pattern VISIT = Pattern.compile("/window/[0-9a-f-]{36}");
  static final Pattern DRAFT = Pattern.compile("/drafts/[0-9a-f-]{36}");
  static final Pattern SENT = Pattern.compile("/applications/[0-9a-f-]{36}");
  static final String PURPOSE = "来补正阅览室钥匙";

  private static final Pattern NUMBER = Pattern.compile("LC-\\d{8}-\\d{5}");

  CounterSteps(ApplicationContext program) {
    this(
        program.getBean(Accounts.class),
        program.getBean(Guesses.class),
        program.getBean(VisitStore.class),
        program.getBean(Journal.class),
        program.getBean(Cases.class));
  }

  /** Somebody without an account whose application was taken in: the number of its case. */
  static String takenIn(Applicant officer, String member) {
    return takenIn(officer, member, "");
  }

  static String takenIn(Applicant officer, String member, String phone) {
    Map<String, String> typed = new HashMap<>();
    typed.put("name", "小安");
    typed.put("number", member);
    typed.put("phone", phone);
    typed.put("purpose", "来办阅览室钥匙");
    typed.put("shown", "other_card");
    String visit = Applicant.found(VISIT, officer.person.form("/window/newcomer", typed).body());
    Answer begun = agreed(officer, visit, "matter:room-key");
    String draft = Applicant.found(DRAFT, begun.body());
    officer.person.form(
        draft + "/parts/reader",
        Map.of("reader_name", "小安", "post_address", "河边路 5 号", "hours", "evening"));
    officer.person.form(draft + "/evidence", Applicant.ALL_LATER_OR_PROMISED);
    Answer sent = officer.person.form(draft + "/check", Map.of("confirm", "yes"));
    return Applicant.found(NUMBER, sent.body());
  }

  static Answer agreed(Applicant officer, String visit, String target) {
    return officer.person.form(
        visit, Map.of("target", target, "shown", "other_card", "way", "ticked"));
  }

  static Answer comes(Applicant officer, String number, String identifier) {
    return officer.person.form(
        "/window/again", Map.of("number", number, "identifier", identifier, "purpose", PURPOSE));
  }

  /** The application's page, opened at a visit. */
  static Answer opened(Applicant officer, String number, String identifier) {
    String visit = Applicant.found(VISIT, comes(officer, number, identifier).path());
    return agreed(officer, visit, "matter:room-key");
  }

  /** One answer and one paper are asked for. */
  static void asked(Applicant officer, String number) {
    String ask = "/cases/" + number + "/supplement";
    Matcher version =
        Pattern.compile("name=\"case-version\" value=\"(\\d+)\"")
            .matcher(officer.person.get(ask).body());
    assertThat(version.find()).isTrue();
    Answer answer =
        officer.person.form(
            ask,
            Map.of(
                "case-version",
                version.group(1),
                "reason-field:post_address",
                "请写上楼号",
                "reason-evidence:deposit",
                "请交押金收据"));
    assertThat(answer.good()).as(answer.words()).isTrue();
  }

  /** All visits are over, and nobody has to wait for having typed wrong numbers. */
  void nobodyStaysAtTheCounter() {
    for (String login : List.of("lin", "una", "vic", "eve")) {
      String officer = accountOf(login);
      visits.list(officer).stream().filter(CounterVisit::open).forEach(visits::ended);
      guesses.right("counter-of:" + officer);
    }
  }

  String accountOf(String login) {
    return accounts.findByLogin(login).orElseThrow().id().toString();
  }

  /** The visit that is open at lin's counter. */
  String openVisit() {
    String officer = accountOf("lin");
    return visits.list(officer).stream()
        .filter(CounterVisit::open)
        .findFirst()
        .orElseThrow()
        .href();
  }

  /** The application about which they came. */
  UUID served(String visit) {
    return requireNonNull(
        visits.find(UUID.fromString(visit.substring("/window/".length()))).orElseThrow().serves());
  }

  Entry lastMove(String number) {
    return journal.list("case:" + number).stream()
        .filter(entry -> entry.kind().equals("case.moved"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  String step(String number) {
    return cases.find(number).orElseThrow().position().step();
  }
}
