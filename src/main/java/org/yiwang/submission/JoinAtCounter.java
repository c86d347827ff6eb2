package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Guesses;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.RefusedException;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Joined;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;
import org.yiwang.submission.CounterVisit.Shown;

/**
 * At a visit the file of whoever stands there becomes that of their account (窗口核验认领): the account
 * shows a code, the officer types it and sees the original of the document.
 */
@Component
class JoinAtCounter {
  private final JoinFile joinFile;
  private final JoiningStore store;
  private final Parties parties;
  private final Accounts accounts;
  private final Guesses guesses;
  private final AccessLog access;
  private final DistrictTime time;

  JoinAtCounter(
      JoinFile joinFile,
      JoiningStore store,
      Parties parties,
      Accounts accounts,
      Guesses guesses,
      AccessLog access,
      DistrictTime time) {
    this.joinFile = joinFile;
    this.store = store;
    this.parties = parties;
    this.accounts = accounts;
    this.guesses = guesses;
    this.access = access;
    this.time = time;
  }

  /** A new code for the account of whoever is signed in; the one before ends. */
  @Transactional
  CaseCode makeCode(Viewer viewer) {
    Account account = joinFile.require(viewer);
    CaseCode code = CaseCode.brief();
    store.put(account.id().toString(), code);
    return code;
  }

  /** Whether whoever stands there has a file without an account. */
  boolean offered(CounterVisit visit) {
    return visit.open()
        && visit.came().isAfter(time.instant().minus(VisitStore.LASTS))
        && parties.nameOf(visit.party()).kind() == PartyName.Kind.PERSON
        && parties.findAccount(visit.party()).isEmpty();
  }

  /**
   * Whose account that is; the officer asks them whether it is theirs.
   *
   * @throws RefusedException FORBIDDEN where nothing is offered; INVALID for a wrong code; TOO_MANY
   *     after too many; what {@link JoinFile#require(Account)} says
   */
  Account find(CounterVisit visit, Viewer officer, String typed, @Nullable Shown shown) {
    if (!offered(visit)) {
      throw WindowRefusals.visitOver();
    }
    if (shown == null || !shown.fits(PartyName.Kind.PERSON)) {
      throw new RefusedException(WindowRefusals.notShown());
    }
    String tries = "join-code-of:" + officer.requireSignedIn();
    guesses.count(tries, JoinRefusals.NEW_CODE);
    Optional<Account> account =
        store
            .findAccount(CaseCode.typed(typed))
            .flatMap(id -> accounts.findAccount(UUID.fromString(id)));
    Account found = account.orElseThrow(() -> new RefusedException(JoinRefusals.codeUnknown()));
    guesses.right(tries);
    joinFile.require(found);
    return found;
  }

  /**
   * @throws RefusedException as {@link #find}
   */
  void join(CounterVisit visit, Viewer officer, String typed, @Nullable Shown shown) {
    Account account = find(visit, officer, typed, shown);
    String id = account.id().toString();
    var asked =
        new FileJoins.Asked(
            id, account.name().zh(), visit.party(), Joined.Way.COUNTER, visit.subject());
    joinFile.join(asked, ReceiveVisitor.actor(officer), () -> seen(visit, officer, typed, id));
  }

  /** They read who did it, in which unit and role. */
  private boolean seen(CounterVisit visit, Viewer officer, String typed, String account) {
    access.read(
        officer,
        AccessLog.Sight.ofParty(visit.subject(), visit.party()),
        Text.of("看过证件原件，把档案并入本人账户", "Saw the document; the file joined the account"));
    return store.take(CaseCode.typed(typed), account);
  }
}
