package org.yiwang.credential;

import java.util.HashSet;
import java.util.Set;
import org.yiwang.credential.TrustFile.TrustedIssuer;
import org.yiwang.pack.Defined;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;

/** CRED-11, CRED-12: issuers elsewhere have an address that can be asked safely. */
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
      }
    }
  }
}
