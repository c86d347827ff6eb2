package org.yiwang.credential;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;

/** CRED-09: a fact that comes from a claim names one that a credential has. */
final class FactSourcesCheck implements PackCheck {

  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, CredentialType> types = CredentialTypes.typesIn(pack);
    Set<String> claims = new TreeSet<>();
    types.forEach((id, type) -> type.claims().forEach(claim -> claims.add(id + "/" + claim.id())));
    if (types.isEmpty()) {
      return; // What declares them could not be read, and says so itself.
    }
    for (FactKind kind : FactKinds.kindsIn(pack)) {
      for (String from : kind.from()) {
        if (!claims.contains(from)) {
          problems.add(
              pack.at(kind, "from"),
              "CRED-09",
              "No credential has the claim \"%s\".".formatted(from)
                  + problems.nearest(from, claims),
              "Write TYPE/CLAIM as credentials.yaml declares them.");
        }
      }
    }
  }
}
