package org.yiwang.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.credential.CredentialType;
import org.yiwang.credential.CredentialTypes;
import org.yiwang.credential.Credentials;
import org.yiwang.identity.Viewer;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.page.Page;
import org.yiwang.party.Parties;

/** The credentials that the viewer holds and could use for an application. */
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

  UUID holder(Viewer viewer) {
    return parties.ofAccount(viewer.requireSignedIn(), viewer.name().zh());
  }

  /** The newest usable credential that stands for the evidence. */
  Optional<Credential> first(Viewer viewer, Evidence evidence) {
    return evidence.credential() == null
        ? Optional.empty()
        : credentials.usable(holder(viewer), evidence.credential()).stream().findFirst();
  }

  /** What the evidence asks for of its credential, in words. */
  List<String> claimNames(Page page, Evidence evidence) {
    Optional<CredentialType> type = types.findType(String.valueOf(evidence.credential()));
    return evidence.claims().stream()
        .map(
            claim -> type.flatMap(t -> t.findClaim(claim)).map(c -> page.t(c.name())).orElse(claim))
        .toList();
  }
}
