package org.yiwang.credential;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.ReceiptGate;

/**
 * Who may have receipts of what was done with a credential (证照凭条): its holder, without the names of
 * officers; and its issuer's officers within reach, for issuing and revoking only. To whom the
 * holder has shown it is the holder's affair.
 */
@Component
class CredentialReceiptGate implements ReceiptGate {
  private static final String OURS = "credential:";
  private static final Set<String> ISSUERS = Set.of("credential.issued", "credential.revoked");

  private final CredentialStore store;
  private final Wallet wallet;
  private final Viewers viewers;

  CredentialReceiptGate(CredentialStore store, Wallet wallet, Viewers viewers) {
    this.store = store;
    this.wallet = wallet;
    this.viewers = viewers;
  }

  @Override
  public Shown shows(Entry entry) {
    Viewer viewer = viewers.current();
    return viewer.signedIn() && entry.subject().startsWith(OURS)
        ? id(entry.subject().substring(OURS.length()))
            .flatMap(store::find)
            .map(row -> shows(viewer, row, entry))
            .orElse(Shown.NOTHING)
        : Shown.NOTHING;
  }

  private Shown shows(Viewer viewer, CredentialStore.Row row, Entry entry) {
    if (wallet.holds(viewer, row.holder())) {
      return viewer.requireSignedIn().equals(entry.actor().account()) ? Shown.ALL : Shown.UNNAMED;
    }
    boolean issuers =
        viewer.may(Permission.MANAGE_CREDENTIALS)
            && (viewer.reach().everything() || viewer.reach().units().contains(row.issuer()));
    return issuers && ISSUERS.contains(entry.kind()) ? Shown.ALL : Shown.NOTHING;
  }

  private static Optional<UUID> id(String words) {
    try {
      return Optional.of(UUID.fromString(words));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
