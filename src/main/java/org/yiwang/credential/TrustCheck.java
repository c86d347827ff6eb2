package org.yiwang.credential;

import java.util.HashSet;
import java.util.Set;
import org.yiwang.credential.TrustFile.CountsAs;
import org.yiwang.credential.TrustFile.MayAsk;
import org.yiwang.credential.TrustFile.TrustedIssuer;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/**
 * CRED-11, CRED-12: issuers elsewhere have an address that can be asked safely. CRED-13, CRED-14:
 * what counts as ours is agreed on, and is something of ours. CRED-15: so is what may be asked for.
 */
final class TrustCheck implements PackCheck {
  @Override
  public void check(PackReading pack, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Defined<TrustFile> file : pack.list(CredentialPackPart.TRUST)) {
      for (TrustedIssuer issuer : file.value().issuers()) {
        String url = issuer.url();
        boolean whole = !url.isEmpty() && url.equals(OwnAddress.origin(url));
        if (!whole
            || !(url.startsWith("https://") || (issuer.inside() && url.startsWith("http://")))) {
          problems.add(
              pack.at(issuer, "url"),
              "CRED-11",
              "\"" + url + "\" is not an issuer's address.",
              "Write https://, host and port, with nothing behind; http:// only with inside: true.");
        }
        if (!seen.add(url)) {
          String what = "\"" + url + "\" is listed twice.";
          problems.add(pack.at(issuer, "url"), "CRED-12", what, "List each issuer once.");
        }
        issuer.countsAs().forEach(one -> countsAs(pack, issuer, one, problems));
        issuer.mayAsk().forEach(one -> mayAsk(pack, one, problems));
      }
    }
  }

  private static void mayAsk(PackReading pack, MayAsk one, Problems problems) {
    CredentialType ours = CredentialTypes.typesIn(pack).get(one.type());
    if (ours == null) {
      String what = "There is no credential \"" + one.type() + "\" here.";
      problems.add(pack.at(one, "type"), "CRED-15", what, "Name a type of credentials.yaml.");
      return;
    }
    for (String claim : one.claims()) {
      if (ours.findClaim(claim).isEmpty()) {
        String what = "\"" + one.type() + "\" has no claim \"" + claim + "\".";
        problems.add(pack.at(one, "claims"), "CRED-15", what, "Name claims of ours.");
      }
    }
  }

  private static void countsAs(
      PackReading pack, TrustedIssuer issuer, CountsAs one, Problems problems) {
    if (!issuer.covers(one.type())) {
      String what = "\"" + one.type() + "\" is not among the types agreed on.";
      problems.add(pack.at(one, "type"), "CRED-13", what, "Add it to types, or leave it out.");
    }
    CredentialType ours = CredentialTypes.typesIn(pack).get(one.as());
    if (ours == null) {
      String what = "There is no credential \"" + one.as() + "\" here.";
      problems.add(pack.at(one, "as"), "CRED-14", what, "Name a type of credentials.yaml.");
      return;
    }
    for (String claim : one.claims().keySet()) {
      if (ours.findClaim(claim).isEmpty()) {
        String what = "\"" + one.as() + "\" has no claim \"" + claim + "\".";
        problems.add(
            pack.at(one, "claims"), "CRED-14", what, "Write our claim first, then theirs.");
      }
    }
  }
}
