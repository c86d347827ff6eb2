package org.yiwang.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.page.RefusedException;
import org.yiwang.party.Mandates;

/**
 * What is done under a mandate is done while it stands, or not at all (授权当场有效): it is asked for
 * once more as the last thing of the transaction, and from then on cannot end before the commit.
 * Last, since whatever ends mandates holds other rows first.
 */
@Component
class MandateHeld {
  private final Mandates mandates;

  MandateHeld(Mandates mandates) {
    this.mandates = mandates;
  }

  /**
   * @param mandate null where nobody acts under one; nothing happens then
   * @param over thrown out of the commit if it has ended by then
   */
  void untilCommit(@Nullable UUID mandate, RefusedException over) {
    if (mandate == null || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            if (!readOnly && !mandates.hold(mandate)) {
              throw over;
            }
          }
        });
  }
}
