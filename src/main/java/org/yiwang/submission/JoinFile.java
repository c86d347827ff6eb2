package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.Viewer;
import org.yiwang.journal.Actor;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Parties;

/**
 * The file that began at a counter becomes that of its owner's account (认领档案), with all that was
 * applied for and issued; what the account had begun to fill in comes along. All or nothing, and
 * both the account and the telephone on file are told.
 */
@Component
class JoinFile {
  private final FileJoins joins;
  private final Parties parties;
  private final JoiningStore store;
  private final TellJoined told;
  private final Accounts accounts;

  JoinFile(
      FileJoins joins, Parties parties, JoiningStore store, TellJoined told, Accounts accounts) {
    this.joins = joins;
    this.parties = parties;
    this.store = store;
    this.told = told;
    this.accounts = accounts;
  }

  /**
   * Whether an account may join a file at all.
   *
   * @throws RefusedException FORBIDDEN to accounts for work: an officer made the slip; OUTDATED if
   *     its own file holds something
   */
  void require(Account account) {
    if (!accounts.isResident(account) || !account.enabled()) {
      throw JoinRefusals.workAccount();
    }
    joins.requireBlank(account.id().toString());
  }

  /** As {@link #require(Account)}, of whoever is signed in. */
  Account require(Viewer viewer) {
    Account account = accounts.getAccount(UUID.fromString(viewer.requireSignedIn()));
    require(account);
    return account;
  }

  /** Why whoever is signed in joins none; empty if they may. */
  Optional<Refusal> refusal(Viewer viewer) {
    try {
      require(viewer);
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.refusals().getFirst());
    }
  }

  /**
   * @param proven asked within the transaction: whether what shows it counts still
   * @throws RefusedException OUTDATED if the account's file holds something, if the other has an
   *     account by now, or if it is not proven any more
   */
  @Transactional
  void join(FileJoins.Asked asked, Actor by, BooleanSupplier proven) {
    if (!proven.getAsBoolean()) {
      throw JoinRefusals.wrong();
    }
    UUID former = parties.ofAccount(asked.account(), asked.name());
    store.bring(asked.account(), former, asked.party());
    told.tell(joins.join(asked, by));
  }
}
