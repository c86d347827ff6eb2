package org.yiwang.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.identity.AccessLog;
import org.yiwang.identity.Permission;
import org.yiwang.identity.Viewer;
import org.yiwang.pack.Text;
import org.yiwang.party.Mandate;

/** What somebody holds, and who may see it (卡包). */
@Component
class Wallet {
  private final CredentialStore store;
  private final CredentialTypes types;
  private final WalletOwner owner;
  private final AccessLog access;

  Wallet(CredentialStore store, CredentialTypes types, WalletOwner owner, AccessLog access) {
    this.store = store;
    this.types = types;
    this.owner = owner;
    this.access = access;
  }

  /** As the journal names a credential. */
  static String subject(UUID credential) {
    return "credential:" + credential;
  }

  boolean holds(Viewer viewer, UUID holder) {
    return owner.opens(viewer, holder);
  }

  boolean mayRead(Viewer viewer, UUID id) {
    return store.find(id).filter(row -> owner.reads(viewer, row.holder(), id)).isPresent();
  }

  /** One that the viewer reads for its holder, whose wallet does not open to them. */
  Optional<Lent> findLent(UUID id, Viewer viewer) {
    return store
        .find(id)
        .filter(row -> !holds(viewer, row.holder()))
        .flatMap(row -> owner.lent(viewer, id).map(under -> lent(viewer, row, under)));
  }

  /**
   * A credential that is read for its holder (代办查看的证照).
   *
   * @param under by what
   */
  record Lent(Credential of, Mandate under) {}

  private Lent lent(Viewer viewer, CredentialStore.Row row, Mandate under) {
    owner.look(viewer, row.holder(), subject(row.id()), under);
    return new Lent(shown(row), under);
  }

  /** The holder's own; an officer's look is written down where the holder can read it. */
  Optional<Credential> find(UUID id, Viewer viewer) {
    Optional<CredentialStore.Row> row = store.find(id);
    if (row.isEmpty() || holds(viewer, row.get().holder())) {
      row.ifPresent(of -> owner.look(viewer, of.holder(), subject(id)));
      return row.map(this::shown);
    }
    boolean inReach =
        viewer.may(Permission.SEE_CASES)
            && (viewer.reach().everything() || viewer.reach().units().contains(row.get().issuer()));
    if (!inReach) {
      return Optional.empty();
    }
    var sight = new AccessLog.Sight(subject(id), subject(id), "party:" + row.get().holder());
    access.read(
        viewer, sight, Text.of("查看证照 %s", "Looked at the credential %s").with(row.get().number()));
    return row.map(this::shown);
  }

  /** Why it was taken back; null while it was not. */
  @Nullable Text reason(UUID id) {
    return store.find(id).map(CredentialStore.Row::reason).orElse(null);
  }

  List<Credential> listOf(UUID holder) {
    return store.listOf(holder).stream().map(this::shown).toList();
  }

  Credential shown(CredentialStore.Row row) {
    return shown(row, type(row.type(), row.name(), row.issuer()));
  }

  /** A type that the pack has dropped since is known by what its credentials say. */
  CredentialType type(String id, Text name, String issuer) {
    return types
        .findType(id)
        .or(
            () ->
                id.equals(KeepPaper.TYPE) ? Optional.of(KeepPaper.type(issuer)) : Optional.empty())
        .orElseGet(() -> new CredentialType(id, name, issuer, List.of(), null, null, null));
  }

  static Credential shown(CredentialStore.Row row, CredentialType type) {
    return new Credential(
        row.id(),
        row.type(),
        row.name(),
        row.holder(),
        claims(SdJwt.parse(row.token()), type),
        row.issuer(),
        row.issued(),
        row.expires(),
        row.revoked(),
        row.number());
  }

  /** All that a credential of ours says, in the order of its type. */
  private static Map<String, String> claims(SdJwt token, CredentialType type) {
    Map<String, Object> payload = Jws.parse(token.issuerJwt()).payload();
    Map<String, String> said = ClaimNames.own(Unfolding.of(payload, token.disclosures()));
    Map<String, String> ordered = new LinkedHashMap<>();
    type.claims()
        .forEach(
            claim ->
                Optional.ofNullable(said.get(claim.id()))
                    .ifPresent(v -> ordered.put(claim.id(), v)));
    said.forEach(ordered::putIfAbsent);
    return ordered;
  }
}
