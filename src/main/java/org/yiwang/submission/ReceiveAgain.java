package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Guesses;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Mandates;
import org.yiwang.party.Parties;

/**
 * An officer receives somebody about what was sent before (窗口续办), by the number of a case of it and
 * the number of their document. Only what is within the officer's reach opens so, which is looked
 * at first: nobody else can use up the guesses at a case. What was sent online opens at every
 * counter that reaches it; what was taken in at a counter, only to the unit that took it in or has
 * the case.
 */
@Component
class ReceiveAgain {
  private static final int LAST_FOUR = 4;
  private static final Text WHOLE =
      Text.of(
          "现在就要办的，请照证件原件填全部号码。",
          "To go on now, type the whole number of the document from the original.");
  private static final Text COMPARE =
      Text.of("请等到那时，再对照证件原件填全部号码。", "Then compare with the original and type its whole number.");
  private static final Text RECEIPT =
      Text.of(
          "请对照回执核对编号，或请收件的窗口办。",
          "Compare the number with the receipt, or ask the counter that took it in.");

  private final ReceiveVisitor receiveVisitor;
  private final SubmissionStore store;
  private final VisitStore visits;
  private final Cases cases;
  private final Accounts accounts;
  private final Mandates mandates;
  private final Acting acting;
  private final Guesses guesses;

  ReceiveAgain(
      ReceiveVisitor receiveVisitor,
      SubmissionStore store,
      VisitStore visits,
      Cases cases,
      Accounts accounts,
      Mandates mandates,
      Acting acting,
      Guesses guesses) {
    this.receiveVisitor = receiveVisitor;
    this.store = store;
    this.visits = visits;
    this.cases = cases;
    this.accounts = accounts;
    this.mandates = mandates;
    this.acting = acting;
    this.guesses = guesses;
  }

  /**
   * As typed.
   *
   * @param number of one of its cases
   * @param identifier of the document, whole or its last four characters
   * @param purpose what they came for
   */
  record Typed(@Nullable String number, @Nullable String identifier, @Nullable String purpose) {
    static Typed empty() {
      return new Typed("", "", "");
    }

    Typed clean() {
      return new Typed(plain(number).toUpperCase(Locale.ROOT), plain(identifier), plain(purpose));
    }

    private static String plain(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  /**
   * @return the visit's id
   * @throws RefusedException FORBIDDEN without the permission; INVALID with every fault; TOO_MANY
   *     after too many wrong identifiers
   */
  UUID receive(Viewer officer, Typed given) {
    officer.require(Permission.TAKE_IN);
    Typed typed = given.clean();
    String purpose = Objects.requireNonNullElse(typed.purpose(), "");
    List<Refusal> faults = new ArrayList<>();
    Optional<Submission> found = find(officer, typed, faults);
    if (!ReceiveVisitor.says(purpose)) {
      faults.add(WindowRefusals.noPurpose());
    }
    if (found.isEmpty() || !faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return receiveVisitor.begin(
        officer,
        found.get().party(),
        purpose,
        new CounterVisit.About(found.get().id(), String.valueOf(typed.number())));
  }

  private Optional<Submission> find(Viewer officer, Typed typed, List<Refusal> faults) {
    String number = Objects.requireNonNullElse(typed.number(), "");
    String identifier = Objects.requireNonNullElse(typed.identifier(), "");
    if (number.isEmpty()) {
      faults.add(WindowRefusals.noCaseNumber());
    }
    if (identifier.isEmpty()) {
      faults.add(WindowRefusals.notIdentified());
    }
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    Optional<Submission> found = within(officer, number);
    String strangers = "counter-of:" + officer.account();
    if (found.isEmpty()) {
      guesses.count(strangers, RECEIPT);
      faults.add(WindowRefusals.noSuchApplication());
      return Optional.empty();
    }
    found = identified(officer, number, identifier, found.get());
    if (found.isEmpty()) {
      faults.add(WindowRefusals.noSuchApplication());
    } else if (found.get().party().equals(acting.self(officer))) {
      faults.add(WindowRefusals.oneself("identifier"));
    } else {
      guesses.right(strangers);
    }
    return found;
  }

  private Optional<Submission> within(Viewer officer, String number) {
    return cases
        .find(number, officer)
        .flatMap(of -> store.findByCase(number).filter(sent -> here(officer, of, sent)));
  }

  /**
   * Four characters protect little, whoever tries them: their guesses are counted for the case. A
   * whole number is counted apart, for this officer, and opens also while the four have to wait.
   */
  private Optional<Submission> identified(
      Viewer officer, String number, String identifier, Submission sent) {
    String four = "counter:" + number;
    String whole = "counter-whole:" + officer.account() + ":" + number;
    if (Parties.plainNumber(identifier).length() == LAST_FOUR) {
      guesses.count(four, WHOLE);
    } else {
      guesses.count(whole, COMPARE);
    }
    if (!mandates.isNumberOf(sent.party(), identifier)) {
      return Optional.empty();
    }
    guesses.right(four);
    guesses.right(whole);
    return Optional.of(sent);
  }

  private boolean here(Viewer officer, Case of, Submission sent) {
    UUID taken = sent.visit();
    if (taken == null) {
      return true;
    }
    String unit =
        accounts
            .findAccount(UUID.fromString(officer.requireSignedIn()))
            .map(Account::unit)
            .orElse(null);
    String counter = visits.find(taken).map(CounterVisit::unit).orElse(null);
    return unit != null && (unit.equals(counter) || unit.equals(of.unit()));
  }
}
