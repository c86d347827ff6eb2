package org.yiwang.file;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.party.HoldsForParty;

/** Whether something was asked about a file: why somebody looked, or that something is wrong. */
@Component
class AskedOfFile implements HoldsForParty {
  private final FileStore store;

  AskedOfFile(FileStore store) {
    this.store = store;
  }

  @Override
  public boolean holds(UUID party) {
    return !store.listQuestions(party).isEmpty() || !store.listCorrections(party).isEmpty();
  }
}
