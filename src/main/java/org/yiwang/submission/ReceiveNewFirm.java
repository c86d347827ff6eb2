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
import org.yiwang.party.LicensedFirm;
import org.yiwang.party.NewPerson;
import org.yiwang.party.Parties;
import org.yiwang.submission.CounterVisit.Shown;

/**
 * An officer receives a firm of which nothing is known yet (企业窗口建档): its legal representative is
 * there with licence and document, and the visit goes on as everybody's.
 */
@Component
class ReceiveNewFirm {
  private final Parties parties;
  private final DocumentChoices kinds;
  private final Acting acting;
  private final ReceiveVisitor receiveVisitor;

  ReceiveNewFirm(
      Parties parties, DocumentChoices kinds, Acting acting, ReceiveVisitor receiveVisitor) {
    this.parties = parties;
    this.kinds = kinds;
    this.acting = acting;
    this.receiveVisitor = receiveVisitor;
  }

  /**
   * As typed from the licence, and from the representative's document.
   *
   * @param representative with the purpose, and what the officer saw
   */
  record Typed(String firm, String code, ReceiveNewcomer.Typed representative) {
    LicensedFirm licensed(Viewer officer) {
      NewPerson person = representative.person(officer);
      return new LicensedFirm(firm, code, person, person.source());
    }
  }

  /**
   * @return the visit's id
   * @throws RefusedException FORBIDDEN without the permission; INVALID with every fault
   */
  @Transactional
  UUID receive(Viewer officer, Typed typed) {
    officer.require(Permission.TAKE_IN);
    LicensedFirm firm = typed.licensed(officer);
    List<Refusal> faults = new ArrayList<>(shown(typed.representative().shown()));
    faults.addAll(parties.wrongWith(firm));
    if (parties.findByIdentifier(firm.representative().number()).contains(acting.self(officer))) {
      faults.add(WindowRefusals.oneself("number"));
    }
    if (!ReceiveVisitor.says(typed.representative().purpose())) {
      faults.add(WindowRefusals.noPurpose());
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    UUID party = parties.addLicensedFirm(firm, ReceiveVisitor.actor(officer));
    return receiveVisitor.begin(officer, party, typed.representative().purpose());
  }

  private static List<Refusal> shown(@Nullable Shown shown) {
    if (shown == Shown.REPRESENTATIVE) {
      return List.of();
    }
    return List.of(
        shown == Shown.ENVOY ? WindowRefusals.representativeAway() : WindowRefusals.notShown());
  }
}
