package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Fact;
import org.yiwang.party.NewPerson;
import org.yiwang.party.Parties;
import org.yiwang.submission.CounterVisit.Shown;

/**
 * An officer receives somebody of whom nothing is known yet (窗口建档): from the original of their
 * document their file begins, and the visit goes on as everybody's.
 */
@Component
class ReceiveNewcomer {
  private final Parties parties;
  private final DocumentChoices kinds;
  private final ReceiveVisitor receiveVisitor;

  ReceiveNewcomer(Parties parties, DocumentChoices kinds, ReceiveVisitor receiveVisitor) {
    this.kinds = kinds;
    this.parties = parties;
    this.receiveVisitor = receiveVisitor;
  }

  /**
   * As typed from the document.
   *
   * @param document id of the kind of number; empty for the usual one
   * @param phone where they can be told; empty if they have none
   * @param shown which document the officer saw; null if none
   */
  record Typed(
      String name,
      String document,
      String number,
      String phone,
      String purpose,
      @Nullable Shown shown) {
    NewPerson person(Viewer officer) {
      String saw = shown == null ? null : shown.name();
      var source = new Fact.Source(Fact.Source.Kind.COUNTER, officer.requireSignedIn(), saw);
      String kind = document.isEmpty() ? null : document;
      return new NewPerson(name, kind, number, phone.isEmpty() ? null : phone, source);
    }
  }

  /**
   * @return the visit's id
   * @throws RefusedException FORBIDDEN without the permission; INVALID with every fault
   */
  @Transactional
  UUID receive(Viewer officer, Typed typed) {
    officer.require(Permission.TAKE_IN);
    NewPerson person = typed.person(officer);
    List<Refusal> faults = new ArrayList<>(); // in the order of the page
    if (typed.shown() == null) {
      faults.add(WindowRefusals.notShown());
    } else if (typed.shown() == Shown.IDENTITY_CARD && kinds.foreign(typed.document())) {
      faults.add(WindowRefusals.notOnThatCard());
    }
    faults.addAll(parties.wrongWith(person));
    if (!ReceiveVisitor.says(typed.purpose())) {
      faults.add(WindowRefusals.noPurpose());
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    UUID party = parties.addPerson(person, ReceiveVisitor.actor(officer));
    return receiveVisitor.begin(officer, party, typed.purpose());
  }
}
