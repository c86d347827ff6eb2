package org.yiwang.credential;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.credential.AuthorizationRequest.Query;
import org.yiwang.identity.Viewer;

/** Finds what in a holder's own wallet would answer another region's request (可答复的证照). */
@Component
class FindAsked {
  private final WalletOwner owner;
  private final Credentials credentials;
  private final ShowWallet show;

  FindAsked(WalletOwner owner, Credentials credentials, ShowWallet show) {
    this.owner = owner;
    this.credentials = credentials;
    this.show = show;
  }

  /**
   * A credential that has all that is asked for.
   *
   * @param lines just what would be shown, with what this type never hides
   */
  record Fitting(Credential of, List<WalletView.Line> lines) {}

  List<Fitting> find(Viewer viewer, Query query) {
    UUID own = owner.chosen(viewer, null);
    return credentials.usable(own, query.type()).stream()
        .filter(of -> of.claims().keySet().containsAll(query.claims()))
        .map(of -> new Fitting(of, lines(of, query)))
        .toList();
  }

  private List<WalletView.Line> lines(Credential of, Query query) {
    return show.lines(of).stream()
        .filter(line -> !line.selective() || query.claims().contains(line.id()))
        .toList();
  }
}
