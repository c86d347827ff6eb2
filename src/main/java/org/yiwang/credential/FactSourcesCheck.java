package org.yiwang.credential;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.pack.PackCheck;
import org.yiwang.pack.PackReading;
import org.yiwang.pack.Problems;
import org.yiwang.pack.Source;
import org.yiwang.party.FactKind;
import org.yiwang.party.FactKinds;
import org.yiwang.party.RelationRule;

/**
 * CRED-09: a fact or relation that comes from a claim names one that a credential has. CRED-15: a
 * relation comes from a claim that is a number.
 */
final class FactSourcesCheck implements PackCheck {

  @Override
  public void check(PackReading pack, Problems problems) {
    Map<String, CredentialType> types = CredentialTypes.typesIn(pack);
    Set<String> claims = new TreeSet<>();
    types.forEach((id, type) -> type.claims().forEach(claim -> claims.add(id + "/" + claim.id())));
    if (types.isEmpty()) {
      return; // What declares them could not be read, and says so itself.
    }
    var reading = new Reading(pack, problems, types, claims);
    for (FactKind kind : FactKinds.kindsIn(pack)) {
      kind.from().forEach(from -> reading.known(pack.at(kind, "from"), from));
    }
    for (RelationRule rule : FactKinds.relationsIn(pack)) {
      reading.number(pack.at(rule, "from"), rule.from());
      if (rule.named() != null) {
        reading.known(pack.at(rule, "named"), rule.type() + "/" + rule.named());
      }
      if (rule.holderIs() != null) {
        reading.number(pack.at(rule, "holder-is"), rule.type() + "/" + rule.holderIs());
      }
    }
  }

  private record Reading(
      PackReading pack, Problems problems, Map<String, CredentialType> types, Set<String> claims) {

    boolean known(Source at, String from) {
      boolean known = claims.contains(from);
      if (!known) {
        problems.add(
            at,
            "CRED-09",
            "No credential has the claim \"%s\".".formatted(from) + problems.nearest(from, claims),
            "Write TYPE/CLAIM as credentials.yaml declares them.");
      }
      return known;
    }

    /** A relation is found by a number alone. */
    void number(Source at, String from) {
      if (known(at, from) && !identifiers().contains(from)) {
        problems.add(
            at,
            "CRED-15",
            "The claim \"%s\" is no number by which somebody is found.".formatted(from),
            "Name a claim with kind: identifier.");
      }
    }

    private Set<String> identifiers() {
      Set<String> numbers = new TreeSet<>();
      types.forEach(
          (id, type) ->
              type.claims().stream()
                  .filter(claim -> claim.sort() == CredentialType.Kind.IDENTIFIER)
                  .forEach(claim -> numbers.add(id + "/" + claim.id())));
      return numbers;
    }
  }
}
