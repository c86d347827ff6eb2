package org.yiwang.party;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Account;
import org.yiwang.identity.Accounts;
import org.yiwang.pack.Text;

/**
 * How parties are called: those who sign in as their account is, others as they gave it. Whose file
 * began at a counter stays called as the document that an officer saw.
 */
@Component
class Names {
  private static final int UUID_LENGTH = 36;

  private final PartyStore store;
  private final Accounts accounts;

  Names(PartyStore store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  Optional<PartyName> find(UUID party) {
    return store.findName(party).map(this::withAccount);
  }

  private PartyName withAccount(PartyName kept) {
    Optional<Text> called =
        store
            .findNamingAccount(kept.id())
            .filter(account -> account.length() == UUID_LENGTH)
            .flatMap(account -> accounts.findAccount(UUID.fromString(account)))
            .map(Account::name);
    return called.map(name -> new PartyName(kept.id(), kept.kind(), name)).orElse(kept);
  }
}
