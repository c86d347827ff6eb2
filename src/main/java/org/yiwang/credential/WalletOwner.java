package org.yiwang.credential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.OnBehalf;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.party.Mandate;
import org.yiwang.party.Mandates;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * Whose wallet somebody opens (卡包归属): the one place that decides it. Everybody their own; a firm's
 * legal representative, and whoever has a mandate for all matters, also that of whom they act for.
 * A mandate for some matters opens no wallet: only what such a matter needs is fetched, when
 * applying. A look into another's wallet is written down for its holder.
 */
@Component
class WalletOwner {
  private final Parties parties;
  private final Mandates mandates;
  private final AccessLog access;

  WalletOwner(Parties parties, Mandates mandates, AccessLog access) {
    this.parties = parties;
    this.mandates = mandates;
    this.access = access;
  }

  /**
   * The party whose wallet is shown.
   *
   * @param asked a party named in the address; null for the viewer's own
   * @throws org.yiwang.page.RefusedException MISSING if that is not the viewer's to open
   */
  UUID chosen(Viewer viewer, @Nullable UUID asked) {
    UUID own = parties.ofAccount(viewer.requireSignedIn(), viewer.name().zh());
    if (asked == null || asked.equals(own)) {
      return own;
    }
    if (!opens(viewer, asked)) {
      throw ShowWallet.missing();
    }
    access.read(
        viewer,
        AccessLog.Sight.ofParty("party:" + asked, asked).by(onBehalf(viewer, asked)),
        Text.of("代办查看证照", "Looked at credentials on behalf"));
    return asked;
  }

  /** Writes down that one credential was opened for somebody else; nothing for one's own. */
  void look(Viewer viewer, UUID holder, String credential) {
    if (!parties.findAccount(holder).filter(viewer.requireSignedIn()::equals).isPresent()) {
      access.sit(
          viewer,
          AccessLog.Sight.ofParty(credential, holder).by(onBehalf(viewer, holder)),
          Text.of("代办查看一张证照", "Looked at a credential on behalf"));
    }
  }

  /** The viewer's own party first, then all whose wallets open as well. */
  List<PartyName> choices(Viewer viewer) {
    UUID own = parties.ofAccount(viewer.requireSignedIn(), viewer.name().zh());
    return Stream.concat(Stream.of(parties.nameOf(own)), others(viewer).stream()).toList();
  }

  private List<PartyName> others(Viewer viewer) {
    return all(viewer).map(Mandate::principal).distinct().toList();
  }

  private Stream<Mandate> all(Viewer viewer) {
    return mandates.listActingFor(viewer).stream().filter(mandate -> mandate.matters().isEmpty());
  }

  private Optional<Mandate> all(Viewer viewer, UUID holder) {
    return all(viewer).filter(mandate -> mandate.principal().id().equals(holder)).findFirst();
  }

  private @Nullable OnBehalf onBehalf(Viewer viewer, UUID holder) {
    return all(viewer, holder).map(Mandate::onBehalf).orElse(null);
  }

  /** Whether that party's wallet is the viewer's to open, to present from and to take back in. */
  boolean opens(Viewer viewer, UUID holder) {
    return viewer.account() != null
        && (parties.findAccount(holder).filter(viewer.account()::equals).isPresent()
            || all(viewer, holder).isPresent());
  }
}
