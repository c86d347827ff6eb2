package org.yiwang.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Guesses;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
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
  private static final Text COMPARE =
      Text.of(
          "请对照法定代表人的证件原件，一字不差地填姓名。",
          "Compare with the representative's document and type the name exactly as it stands there.");

  private final Parties parties;
  private final Acting acting;
  private final ReceiveVisitor receiveVisitor;
  private final AccessLog access;
  private final Guesses guesses;
  private final TransactionOperations transaction;

  ReceiveNewFirm(
      Parties parties,
      Acting acting,
      ReceiveVisitor receiveVisitor,
      AccessLog access,
      Guesses guesses,
      TransactionOperations transaction) {
    this.access = access;
    this.guesses = guesses;
    this.transaction = transaction;
    this.parties = parties;
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
   * @throws RefusedException FORBIDDEN without the permission; INVALID with every fault; TOO_MANY
   *     after too many wrong names for one number
   */
  UUID receive(Viewer officer, Typed typed) {
    officer.require(Permission.TAKE_IN);
    LicensedFirm firm = typed.licensed(officer);
    look(officer, firm.representative());
    UUID visit = transaction.execute(status -> receive(officer, typed, firm));
    return Objects.requireNonNull(visit);
  }

  /**
   * Whether a name fits a number tells something of whoever has it: it is counted as a guess of
   * that officer, and a look that they see, also where nothing comes of it.
   */
  private void look(Viewer officer, NewPerson representative) {
    Optional<UUID> known = parties.findRepresentative(representative);
    if (known.isEmpty()) {
      return;
    }
    String at = "representative:" + officer.account() + ":" + known.get();
    guesses.count(at, COMPARE);
    access.read(
        officer,
        AccessLog.Sight.ofParty("party:" + known.get(), known.get()),
        Text.of("企业窗口建档：核对法定代表人", "A firm's file at the counter: is this its representative"));
    if (parties.called(representative)) {
      guesses.right(at);
    }
  }

  private UUID receive(Viewer officer, Typed typed, LicensedFirm firm) {
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
