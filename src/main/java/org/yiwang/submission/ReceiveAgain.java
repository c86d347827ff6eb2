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

/**
 * An officer receives somebody about what was sent before (窗口续办), by the number of a case of it and
 * the number of their document. Only what is within the officer's reach opens so; what was taken in
 * at a counter, only to the unit that took it in or has the case.
 */
@Component
class ReceiveAgain {
  private static final Text INSTEAD =
      Text.of("也可以用完整的证件号码在上面接待。", "Or receive them above by the whole number of their document.");

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
    return receiveVisitor.begin(officer, found.get().party(), purpose, found.get());
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
    guesses.count("counter:" + number, INSTEAD);
    Optional<Submission> found =
        cases
            .find(number, officer)
            .flatMap(of -> store.findByCase(number).filter(sent -> here(officer, of, sent)))
            .filter(sent -> mandates.isNumberOf(sent.party(), identifier));
    if (found.isEmpty()) {
      faults.add(WindowRefusals.noSuchApplication());
    } else if (found.get().party().equals(acting.self(officer))) {
      faults.add(WindowRefusals.oneself("identifier"));
    } else {
      guesses.right("counter:" + number);
    }
    return found;
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
