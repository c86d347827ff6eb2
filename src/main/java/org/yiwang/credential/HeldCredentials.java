package org.yiwang.credential;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.party.HoldsForParty;

/** Whether somebody's wallet holds anything, also what counts no more (名下证照). */
@Component
class HeldCredentials implements HoldsForParty {
  private final CredentialStore store;

  HeldCredentials(CredentialStore store) {
    this.store = store;
  }

  @Override
  public boolean holds(UUID party) {
    return !store.listOf(party).isEmpty();
  }
}
