package org.yiwang.party;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.Viewer;
import org.yiwang.identity.Viewers;
import org.yiwang.journal.Entry;
import org.yiwang.journal.ReceiptGate;

/**
 * Who may have receipts about a party (档案凭条): the party itself or a firm's legal representative.
 * For looks without the officer's name; for what was put on file and for mandates with it.
 */
@Component
class PartyReceiptGate implements ReceiptGate {
  private static final String PARTY = "party:";
  private static final String MANDATE = "mandate:";

  private final Mandates mandates;
  private final Viewers viewers;

  PartyReceiptGate(Mandates mandates, Viewers viewers) {
    this.mandates = mandates;
    this.viewers = viewers;
  }

  @Override
  public Shown shows(Entry entry) {
    Viewer viewer = viewers.current();
    if (!viewer.signedIn()) {
      return Shown.NOTHING;
    }
    if (entry.kind().startsWith("access.")) {
      String concerns = entry.fact("concerns");
      String seen = Objects.requireNonNullElse(entry.fact("seen"), "");
      return own(viewer, concerns == null ? seen : concerns) ? Shown.UNNAMED : Shown.NOTHING;
    }
    boolean sides =
        entry.subject().startsWith(MANDATE)
            && mandates
                .find(UUID.fromString(entry.subject().substring(MANDATE.length())), viewer)
                .isPresent();
    boolean other = entry.kind().startsWith("relation.") && own(viewer, entry.fact("to"));
    return sides || other || own(viewer, entry.subject()) ? Shown.ALL : Shown.NOTHING;
  }

  private boolean own(Viewer viewer, @Nullable String named) {
    return named != null
        && named.startsWith(PARTY)
        && mandates.standsFor(viewer, UUID.fromString(named.substring(PARTY.length())));
  }
}
