package org.yiwang.submission;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.party.HoldsForParty;

/** Whether something was applied for in somebody's name (名下申请). */
@Component
class AppliedFor implements HoldsForParty {
  private final JoiningStore store;

  AppliedFor(JoiningStore store) {
    this.store = store;
  }

  @Override
  public boolean holds(UUID party) {
    return store.holds(party);
  }
}
