package org.yiwang.submission;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Parties;

/**
 * What somebody may go on with who is signed in, or has the code of that one application (谁能续办哪一件):
 * the one door for what is done the same way by both. {@link Acting} itself knows no codes, so
 * nothing but what asks here opens by one.
 */
@Component
class Hands {
  private final Acting acting;
  private final NoteDone noteDone;
  private final OpenByCode openByCode;
  private final TellByCode told;
  private final Parties parties;

  Hands(Acting acting, NoteDone noteDone, OpenByCode openByCode, TellByCode told, Parties parties) {
    this.told = told;
    this.acting = acting;
    this.noteDone = noteDone;
    this.openByCode = openByCode;
    this.parties = parties;
  }

  /**
   * @throws RefusedException MISSING for what is not theirs, or was not opened by that code, or not
   *     any more; FORBIDDEN once the mandate or the visit is over
   */
  Opened open(Hand hand, UUID id) {
    OpenByCode.Held code = hand.code();
    return code == null
        ? acting.open(hand.viewer(), id)
        : Opened.byCode(
            openByCode.find(code, id).orElseThrow(SubmissionRefusals::notByCode), code.until());
  }

  /** As {@link #open(Hand, UUID)}, for the application that a case belongs to. */
  Opened open(Hand hand, UUID id, String number) {
    Opened opened = open(hand, id);
    if (opened.byCode() && !acting.isOf(id, number)) {
      throw SubmissionRefusals.notByCode();
    }
    acting.requireOf(id, number);
    return opened;
  }

  /**
   * Writes down what is done, in the transaction in which it is done; asks once more whether they
   * may. What is done at the counter or by a code is told to whoever applied.
   *
   * @throws RefusedException as {@link #open(Hand, UUID)}
   */
  Acting.For note(Hand hand, Submission sent, Done done) {
    OpenByCode.Held code = hand.code();
    if (code == null) {
      return noteDone.note(hand.viewer(), sent, done);
    }
    openByCode.note(code, sent.id(), done);
    told.tell(sent, done);
    return Acting.For.self(parties.nameOf(sent.party()));
  }
}
