package org.yiwang.submission;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.credential.Credential;
import org.yiwang.credential.Credentials;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matter.Evidence;
import org.yiwang.pack.Text;
import org.yiwang.submission.Filled.Supply;
import org.yiwang.submission.Filled.Way;

/**
 * The credential whose place the outcome of a matter takes (被换发的证照). Between applying and granting
 * it may be corrected, then the corrected one is meant; or revoked, then officers are told: whether
 * a new one is right nevertheless is theirs to decide, and the program does not.
 */
@Component
class FormerCredential {
  private final Credentials credentials;

  FormerCredential(Credentials credentials) {
    this.credentials = credentials;
  }

  /** The one that was fetched when applying, if a new one takes its place. */
  Optional<UUID> find(Submission sent, Matter matter) {
    return fetched(sent, matter).map(Credential::id);
  }

  /** What became of it, if it was revoked since and nothing took its place. */
  Optional<Credential> findRevoked(Submission sent, Matter matter) {
    return fetched(sent, matter)
        .flatMap(old -> credentials.findLast(old.id()))
        .filter(last -> last.revoked() != null);
  }

  /** What officers read of it. */
  static Text revoked(Credential old) {
    return Text.of(
        "申请时出示的“%s”（%s）后来被注销了；准予前请先看注销原因".formatted(old.name().zh(), old.number()),
        "“%s” (%s), shown when applying, was revoked since; see why before granting"
            .formatted(old.name().en(), old.number()));
  }

  private Optional<Credential> fetched(Submission sent, Matter matter) {
    String evidence = matter.outcome().replaces();
    if (evidence == null) {
      return Optional.empty();
    }
    Supply old = sent.filled().supplies().get(evidence);
    if (old == null || old.id() == null || old.way() != Way.FETCH) {
      return Optional.empty();
    }
    UUID party = sent.partyOf(matter);
    return credentials
        .find(old.id())
        .filter(one -> one.holder().equals(party) && one.type().equals(type(matter, evidence)));
  }

  private static @Nullable String type(Matter matter, String evidence) {
    return matter.evidence().stream()
        .filter(one -> one.id().equals(evidence))
        .findFirst()
        .map(Evidence::credential)
        .orElse(null);
  }
}
