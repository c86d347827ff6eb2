package org.yiwang.submission;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.Case;
import org.yiwang.casework.Cases;
import org.yiwang.credential.Credentials;
import org.yiwang.credential.NewCredential;
import org.yiwang.journal.Actor;
import org.yiwang.matter.Matter;
import org.yiwang.matter.Matters;
import org.yiwang.pack.Text;

/**
 * Makes the credential that comes out of a matter (制证), when granted or given back, and revokes the
 * one whose place it takes.
 */
@Component
class IssueOutcome {
  private static final Text REPLACED = Text.of("已换发新证", "A new one has taken its place");

  private final Matters matters;
  private final Cases cases;
  private final Credentials credentials;
  private final OutcomeClaims claims;
  private final FoundFirm foundFirm;
  private final FormerCredential formerCredential;

  IssueOutcome(
      Matters matters,
      Cases cases,
      Credentials credentials,
      OutcomeClaims claims,
      FoundFirm foundFirm,
      FormerCredential formerCredential) {
    this.formerCredential = formerCredential;
    this.foundFirm = foundFirm;
    this.matters = matters;
    this.cases = cases;
    this.credentials = credentials;
    this.claims = claims;
  }

  /**
   * @param number of the case that it comes from
   * @return the credential; null for a matter from which none comes
   */
  @Nullable UUID issue(Submission sent, String id, String number) {
    Matter matter = matters.getMatter(id);
    String type = matter.outcome().credential();
    if (type == null) {
      return null;
    }
    if (matter.outcome().newFirm() != null) {
      credentials.makeReady(type);
    }
    Case granted = cases.find(number).orElseThrow();
    Map<String, String> says = claims.of(sent, matter, granted);
    UUID holder =
        matter.outcome().newFirm() == null
            ? sent.partyOf(matter)
            : foundFirm.found(sent, matter, says, number);
    var fresh = new NewCredential(type, holder, says, null, number, Actor.SYSTEM);
    UUID issued = credentials.issue(fresh).id();
    replace(sent, matter, issued);
    return issued;
  }

  /**
   * What the new one takes the place of is revoked: the credential that was fetched, or what it was
   * issued again as since.
   */
  private void replace(Submission sent, Matter matter, UUID issued) {
    formerCredential
        .find(sent, matter)
        .ifPresent(old -> credentials.replace(old, issued, REPLACED, Actor.SYSTEM));
  }
}
