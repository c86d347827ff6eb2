package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Accounts;
import org.yiwang.identity.CameFromOutside;
import org.yiwang.journal.Actor;
import org.yiwang.page.RefusedException;
import org.yiwang.party.FileJoins;
import org.yiwang.party.Joined;

/**
 * Whoever signs in with a provider that says who they are joins their file from the counter at once
 * (实名登录认领), where number and name are those on file and the account's own is empty. Nothing keeps
 * anybody from signing in.
 */
@Component
class JoinAtSignIn {
  private static final Logger LOG = LoggerFactory.getLogger(JoinAtSignIn.class);

  private final FileJoins joins;
  private final JoinFile joinFile;
  private final Accounts accounts;

  JoinAtSignIn(FileJoins joins, JoinFile joinFile, Accounts accounts) {
    this.joins = joins;
    this.joinFile = joinFile;
    this.accounts = accounts;
  }

  @EventListener
  void join(CameFromOutside came) {
    Optional<UUID> party = joins.find(came.name(), came.number());
    if (party.isEmpty()) {
      return;
    }
    try {
      joinFile.require(accounts.getAccount(UUID.fromString(came.account())));
      var asked =
          new FileJoins.Asked(
              came.account(), came.called().zh(), party.get(), Joined.Way.SIGN_IN, came.provider());
      Actor by = new Actor(Actor.Kind.RESIDENT, came.account(), came.called());
      joinFile.join(asked, by, () -> true);
    } catch (RefusedException refused) {
      LOG.info("Account {} joins no file at sign-in: {}", came.account(), refused.getMessage());
    }
  }
}
