package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.credential.Credentials;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.Page;
import org.yiwang.party.Parties;
import org.yiwang.party.PartyName;

/**
 * The credentials that could be used for an application (可调取的证照): of the party that it is for; for
 * a firm also the own of whoever acts for it, who shows who they are.
 */
@Component
class Holdings {
  private final Credentials credentials;
  private final CredentialTypes types;
  private final Parties parties;

  Holdings(Credentials credentials, CredentialTypes types, Parties parties) {
    this.credentials = credentials;
    this.types = types;
    this.parties = parties;
  }

  /**
   * Whose wallets are looked into, in this order. That for which somebody acts is a look, written
   * down where the draft is opened ({@link Drafts}); their own is theirs, and only looked for:
   * whoever has no file yet has no credentials, and gets no file by being asked for them.
   *
   * @param account of whoever applies; null for an officer at the counter
   */
  List<UUID> wallets(PartyName party, @Nullable String account) {
    return party.kind() == PartyName.Kind.FIRM && account != null
        ? Stream.concat(Stream.of(party.id()), parties.findOfAccount(account).stream()).toList()
        : List.of(party.id());
  }

  /** Whose credentials may be used for the draft. */
  List<UUID> wallets(Drafts.Open open) {
    return wallets(
        open.acting().party(), open.acting().atCounter() ? null : open.draft().account());
  }

  /** The newest usable credential that stands for an evidence of the draft. */
  Optional<Credential> first(Drafts.Open open, Evidence evidence) {
    return first(wallets(open), evidence);
  }

  /** The one that was chosen for it, as long as it is usable. */
  Optional<Credential> find(Drafts.Open open, Evidence evidence, UUID chosen) {
    return wallets(open).stream()
        .flatMap(
            holder -> Stream.concat(of(holder, evidence.credential()), checked(holder, evidence)))
        .filter(found -> found.id().equals(chosen))
        .findFirst();
  }

  Optional<Credential> first(List<UUID> wallets, Evidence evidence) {
    return wallets.stream().flatMap(holder -> first(holder, evidence).stream()).findFirst();
  }

  /** The newest usable credential that stands for it: of its type, or a checked copy of it. */
  Optional<Credential> first(UUID holder, Evidence evidence) {
    return of(holder, evidence.credential())
        .findFirst()
        .or(() -> evidence.keep() ? checked(holder, evidence).findFirst() : Optional.empty());
  }

  boolean holds(UUID holder, Evidence evidence) {
    return first(holder, evidence).isPresent();
  }

  private Stream<Credential> of(UUID holder, @Nullable String type) {
    return type == null ? Stream.empty() : credentials.usable(holder, type).stream();
  }

  private Stream<Credential> checked(UUID holder, Evidence evidence) {
    return of(holder, Credentials.CHECKED)
        .filter(kept -> evidence.name().zh().equals(kept.claims().get("title")));
  }

  /** What is disclosed of the credential chosen for an evidence: all of a checked copy. */
  Set<String> claims(Evidence evidence, UUID chosen, Drafts.Open open) {
    return wallets(open).stream()
        .flatMap(holder -> checked(holder, evidence))
        .filter(kept -> evidence.keep() && kept.id().equals(chosen))
        .findFirst()
        .map(kept -> kept.claims().keySet())
        .orElseGet(() -> Set.copyOf(evidence.claims()));
  }

  /** These claims of a credential in words, in the order in which its type tells them. */
  List<String> claimNames(Page page, Set<String> claims, Credential found) {
    if (found.type().equals(Credentials.CHECKED)) {
      return List.of(page.t("核对人、核对日期、文件", "who checked it, when, and the file"));
    }
    return types.findType(found.type()).stream()
        .flatMap(type -> type.claims().stream())
        .filter(claim -> claims.contains(claim.id()))
        .map(claim -> page.t(claim.name()))
        .toList();
  }

  /** What the evidence asks for, in words. */
  List<String> claimNames(Page page, Evidence evidence) {
    Optional<CredentialType> type = types.findType(String.valueOf(evidence.credential()));
    return evidence.claims().stream()
        .map(
            claim -> type.flatMap(t -> t.findClaim(claim)).map(c -> page.t(c.name())).orElse(claim))
        .toList();
  }
}
