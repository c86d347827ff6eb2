package org.yiwang.credential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
 * A mandate for some matters opens no wallet: what such a matter needs is fetched when applying,
 * and what came out of it can be read by whoever sent it ({@link LetsRead}). A look into another's
 * wallet is written down for its holder.
 */
@Component
class WalletOwner {
  private final Parties parties;
  private final Mandates mandates;
  private final AccessLog access;
  private final ObjectProvider<LetsRead> readers;

  WalletOwner(
      Parties parties, Mandates mandates, AccessLog access, ObjectProvider<LetsRead> readers) {
    this.readers = readers;
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
      look(viewer, holder, credential, all(viewer, holder).orElse(null));
    }
  }

  /** Writes down that it was opened under that mandate. */
  void look(Viewer viewer, UUID holder, String credential, @Nullable Mandate under) {
    access.sit(
        viewer,
        AccessLog.Sight.ofParty(credential, holder).by(under == null ? null : under.onBehalf()),
        Text.of("代办查看一张证照", "Looked at a credential on behalf"));
  }

  /** By what the viewer reads just that one for its holder. */
  Optional<Mandate> lent(Viewer viewer, UUID credential) {
    return readers
        .orderedStream()
        .flatMap(reader -> reader.findMandate(viewer, credential).stream())
        .findFirst();
  }

  /**
   * Whether the viewer may see and print it: whoever the wallet opens to, and who reads just it.
   */
  boolean reads(Viewer viewer, UUID holder, UUID credential) {
    return opens(viewer, holder) || lent(viewer, credential).isPresent();
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
