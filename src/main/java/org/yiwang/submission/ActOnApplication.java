package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.Cases;
import org.yiwang.casework.Move;
import org.yiwang.casework.Mover;
import org.yiwang.casework.Offer;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/**
 * What an applicant, or whoever acts for them, does with one case of an application: withdraws,
 * rates, objects (撤回、评价、异议); also by its case code. At the counter an officer does no more of it
 * than withdraw: what somebody thinks of the office's work they say themselves.
 */
@Component
class ActOnApplication {
  private static final String WITHDRAW = "withdraw";

  private static final Text WITHDREW = Text.of("撤回了申请", "The application was withdrawn");

  private final Hands hands;
  private final Cases cases;
  private final PostalStore postal;

  ActOnApplication(Hands hands, Cases cases, PostalStore postal) {
    this.hands = hands;
    this.cases = cases;
    this.postal = postal;
  }

  /** What asks for no address. */
  @Transactional
  void act(Submission mine, Move move, Viewer viewer) {
    act(mine, move, PostalAddress.NOTHING, Hand.of(viewer));
  }

  /**
   * @param to where something is posted to, as typed; looked at only where the action asks for it
   * @throws RefusedException MISSING for what has a page of its own; FORBIDDEN once the mandate is
   *     over; INVALID with every fault of the address; as {@link Hands#note} and {@link Cases#act}
   */
  @Transactional
  void act(Submission mine, Move move, PostalAddress to, Hand hand) {
    if (ApplicationView.OWN_PAGE.contains(move.action())) {
      throw hand.code() == null
          ? SubmissionRefusals.submissionMissing()
          : SubmissionRefusals.notByCode();
    }
    Acting.For who = hands.note(hand, mine, done(move));
    if (who.atCounter() && !atCounter(move.action())) {
      throw WindowRefusals.onlyThemselves();
    }
    boolean posted = offer(move).filter(offer -> offer.address().yes()).isPresent();
    cases.act(posted ? addressed(move, to) : move, who.mover(hand.viewer()));
  }

  /** Whether an officer may do it for whoever stands at the counter. */
  static boolean atCounter(String action) {
    return action.equals(WITHDRAW);
  }

  private Done done(Move move) {
    Text says =
        move.action().equals(WITHDRAW)
            ? WITHDREW
            : offer(move).map(ActOnApplication::says).orElse(Text.same(move.action()));
    return Done.move(move.number(), move.action(), says);
  }

  private static Text says(Offer offer) {
    return Text.of(
        "办了“%s”".formatted(offer.name().zh()), "“%s” was done".formatted(offer.name().en()));
  }

  /** What the lifecycle offers whoever applied. */
  private Optional<Offer> offer(Move move) {
    return cases.find(move.number()).stream()
        .flatMap(of -> cases.offers(of, Mover.reporter(Viewer.anonymous())).stream())
        .filter(offer -> offer.id().equals(move.action()))
        .findFirst();
  }

  /** The address is kept here, sealed; the case and its history only learn that there is one. */
  private Move addressed(Move move, PostalAddress to) {
    List<Refusal> faults = to.faults();
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    postal.insert(move.number(), move.version(), to);
    return new Move(move.number(), move.version(), move.action(), move.given().withAddress());
  }
}
