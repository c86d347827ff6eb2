package org.yiwang.submission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Joined;
import org.yiwang.party.PartyName;
import org.yiwang.submission.CounterVisit.Shown;

/**
 * At a visit a file leaves an account that joined it and is not its owner's (解除认领): whoever stands
 * there shows the original of their document. Only what was joined can be parted, so that nobody's
 * own account loses the file that began with it.
 */
@Component
class PartAtCounter {
  private final FileJoins joins;
  private final TellJoined told;
  private final AccessLog access;
  private final DistrictTime time;

  PartAtCounter(FileJoins joins, TellJoined told, AccessLog access, DistrictTime time) {
    this.joins = joins;
    this.told = told;
    this.access = access;
    this.time = time;
  }

  /** How the file of whoever stands there got its account; empty if it was not joined. */
  Optional<Joined> find(CounterVisit visit) {
    boolean here = visit.open() && visit.came().isAfter(time.instant().minus(VisitStore.LASTS));
    return here ? joins.findOf(visit.party()) : Optional.empty();
  }

  /**
   * @throws RefusedException INVALID until the officer says what was shown; FORBIDDEN where nothing
   *     was joined
   */
  @Transactional
  void part(CounterVisit visit, Viewer officer, @Nullable Shown shown) {
    if (find(visit).isEmpty()) {
      throw WindowRefusals.visitOver();
    }
    if (shown == null || !shown.fits(PartyName.Kind.PERSON)) {
      throw new RefusedException(WindowRefusals.notShown());
    }
    access.read(
        officer,
        AccessLog.Sight.ofParty(visit.subject(), visit.party()),
        Text.of("看过证件原件，解除认领", "Saw the document; the file left the account"));
    told.parted(joins.part(visit.party(), visit.subject(), ReceiveVisitor.actor(officer)));
  }
}
