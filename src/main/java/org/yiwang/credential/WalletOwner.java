package org.yiwang.credential;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.party.Parties;

/**
 * Whose wallet somebody opens (卡包归属): the one place that decides it. For now everybody their own;
 * whoever may act for another party, such as a firm, is to be let in here.
 */
@Component
class WalletOwner {
  private final Parties parties;

  WalletOwner(Parties parties) {
    this.parties = parties;
  }

  /**
   * The party whose wallet is shown.
   *
   * @param asked a party named in the address; null for the viewer's own
   * @throws org.yiwang.page.RefusedException MISSING if that is not the viewer's to open
   */
  UUID chosen(Viewer viewer, @Nullable UUID asked) {
    if (asked == null) {
      return parties.ofAccount(viewer.requireSignedIn(), viewer.name().zh());
    }
    if (!opens(viewer, asked)) {
      throw ShowWallet.missing();
    }
    return asked;
  }

  /** Whether that party's wallet is the viewer's to open, to present from and to take back in. */
  boolean opens(Viewer viewer, UUID holder) {
    return viewer.account() != null
        && parties.findAccount(holder).filter(viewer.account()::equals).isPresent();
  }
}
