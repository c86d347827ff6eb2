package org.yiwang.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.calendar.DistrictTime;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.page.Refusal;
import org.yiwang.page.RefusedException;

/** Gathers what a holder sees: the credential, each use and each look of an officer. */
@Component
class ShowWallet {
  private final Wallet wallet;
  private final PresentationStore presentations;
  private final Issuers issuers;
  private final AccessLog access;
  private final DistrictTime time;
  private final IssueCredential.Words words;
  private final ClaimWords claimWords;

  ShowWallet(
      Wallet wallet,
      PresentationStore presentations,
      Issuers issuers,
      AccessLog access,
      DistrictTime time,
      IssueCredential.Words words,
      ClaimWords claimWords) {
    this.claimWords = claimWords;
    this.wallet = wallet;
    this.presentations = presentations;
    this.issuers = issuers;
    this.access = access;
    this.time = time;
    this.words = words;
  }

  /** One line of the list. */
  record Brief(Credential of, Text unit, String about, WalletView.Standing standing) {}

  List<Brief> list(UUID holder) {
    Instant now = time.instant();
    return wallet.listOf(holder).stream()
        .map(
            of ->
                new Brief(
                    of,
                    words.unit(of.issuer()),
                    Optional.ofNullable(WalletView.brief(of, type(of))).orElse(""),
                    WalletView.standing(of, now)))
        .toList();
  }

  /** A credential of the viewer's own. */
  Credential own(UUID id, Viewer viewer) {
    viewer.requireSignedIn();
    return wallet
        .find(id, viewer)
        .filter(of -> wallet.holds(viewer, of.holder()))
        .orElseThrow(ShowWallet::missing);
  }

  /** One that the viewer may see and print: of their own, or read for its holder. */
  Credential readable(UUID id, Viewer viewer) {
    viewer.requireSignedIn();
    return wallet.findLent(id, viewer).map(Wallet.Lent::of).orElseGet(() -> own(id, viewer));
  }

  /** As its page shows it: whole to whom the wallet opens, and less to whoever only reads it. */
  WalletView read(UUID id, Viewer viewer) {
    viewer.requireSignedIn();
    return wallet.findLent(id, viewer).map(this::lent).orElseGet(() -> show(id, viewer));
  }

  /** What the holder did with it, and who else looked, is not the agent's to read. */
  private WalletView lent(Wallet.Lent lent) {
    Credential of = lent.of();
    return new WalletView(
        of,
        words.unit(of.issuer()),
        lines(of),
        List.of(),
        List.of(),
        WalletView.standing(of, time.instant()),
        wallet.reason(of.id()),
        lent.under());
  }

  WalletView show(UUID id, Viewer viewer) {
    Credential of = own(id, viewer);
    return new WalletView(
        of,
        words.unit(of.issuer()),
        lines(of),
        presentations.listOf(id).stream().map(made -> use(made, of)).toList(),
        access.listLooks(Wallet.subject(id)),
        WalletView.standing(of, time.instant()),
        wallet.reason(id),
        null);
  }

  List<WalletView.Line> lines(Credential of) {
    return WalletView.lines(of, type(of), claimWords);
  }

  CredentialType type(Credential of) {
    return wallet.type(of.type(), of.name(), of.issuer());
  }

  WalletView.Use use(Presentation made, Credential of) {
    CredentialType type = type(of);
    List<Text> claims =
        made.claims().stream()
            .map(id -> type.findClaim(id).map(CredentialType.Claim::name).orElse(Text.same(id)))
            .toList();
    return new WalletView.Use(
        made, recipient(made.recipient()), WalletView.standing(made, time.instant()), claims);
  }

  /** A unit's or an agreed issuer's name for its id; anything else is a name already. */
  Text recipient(String named) {
    return issuers.elsewhere().stream()
        .filter(known -> known.url().equals(named))
        .findFirst()
        .map(KnownIssuer::name)
        .orElseGet(() -> words.unit(named));
  }

  /** A presentation of the viewer's own. */
  Presentation ownPresentation(UUID id, Viewer viewer) {
    Presentation made = presentations.find(id).orElseThrow(ShowWallet::missing);
    own(made.credential(), viewer);
    return made;
  }

  static RefusedException missing() {
    return new RefusedException(
        Refusal.of(
            Refusal.Kind.MISSING,
            "credential-missing",
            Text.of("您没有这张证照。", "You hold no such credential."),
            Text.of("请从“我的证照”里选择。", "Choose one from your wallet.")));
  }
}
