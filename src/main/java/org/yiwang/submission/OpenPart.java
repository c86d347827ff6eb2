package org.yiwang.submission;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.casework.NewCase;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Answers;
import org.yiwang.matter.Form.Kind;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/** Opens the case of one matter of an application (立案). */
@Component
class OpenPart {
  private final Cases cases;
  private final Matters matters;
  private final ReceivingUnit receivingUnit;
  private final Parties parties;
  private final SubmissionStore store;
  private final GrantAtOnce grantAtOnce;

  OpenPart(
      Cases cases,
      Matters matters,
      ReceivingUnit receivingUnit,
      Parties parties,
      SubmissionStore store,
      GrantAtOnce grantAtOnce) {
    this.grantAtOnce = grantAtOnce;
    this.cases = cases;
    this.matters = matters;
    this.receivingUnit = receivingUnit;
    this.parties = parties;
    this.store = store;
  }

  /** Opens it; a matter that can be granted on the spot is weighed right away. */
  Case open(Submission sent, Wanted wanted, String id, Actor actor) {
    Matter matter = matters.getMatter(id);
    Answers answers = sent.filled().answers();
    String street = ReceivingUnit.answer(wanted, answers, Kind.STREET).orElse(null);
    String address =
        isFirm(sent) ? ReceivingUnit.answer(wanted, answers, Kind::address).orElse("") : "";
    var fresh =
        new NewCase(
            matters.applicationOf(matter),
            matter.lifecycle(),
            matter.limits().promised(),
            new Case.About(matter.id(), matter.kind().name(), matter.name(), asked(wanted, matter)),
            new Case.Where(address, null, null, street, null),
            receivingUnit.of(matter, street),
            origin(sent, matter),
            List.of(),
            false,
            sent.id() + "/" + matter.id(),
            actor);
    Case opened = cases.open(fresh);
    store.opened(sent.id(), matter.id(), opened);
    grantAtOnce.weigh(sent, wanted, matter, opened);
    return opened;
  }

  /** A firm's premises stand in lists; where somebody lives is read on the case's page alone. */
  private boolean isFirm(Submission sent) {
    return parties.nameOf(sent.party()).kind() == PartyName.Kind.FIRM;
  }

  /** What was asked for, where that is more than this matter, in whatever language it is read. */
  private static String asked(Wanted wanted, Matter matter) {
    Text name = wanted.name();
    return name.zh().equals(matter.name().zh()) ? name.zh() : name.zh() + " / " + name.en();
  }

  /**
   * The party that it is for, and its account if it has one: an agent has no hold of the case by
   * itself, only by the mandate.
   */
  private Case.Origin origin(Submission sent, Matter matter) {
    UUID party = sent.partyOf(matter);
    String channel = sent.visit() == null ? "web" : "window";
    return new Case.Origin(channel, party, parties.findAccount(party).orElse(null));
  }
}
